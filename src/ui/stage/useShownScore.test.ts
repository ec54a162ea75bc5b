import { expect, it } from 'vitest';
import type { AppState } from '../../app/state';
import { initialState, makePiece, makeTake } from '../testApp';
import { makeScoreSelector } from './useShownScore';

const bethena = makePiece('Bethena');
const state: AppState = {
  ...initialState,
  pieces: [bethena, makePiece('Solace')],
  shown: { kind: 'piece', id: 'Bethena' },
};

it('keeps the score while its piece is merely excluded', () => {
  const select = makeScoreSelector();
  const score = select(state);
  expect(score?.title).toBe('Bethena');
  expect(select({ ...state, pieces: [{ ...bethena, included: false }] })).toBe(score);
});

it('sets apart what is not learnt of its piece', () => {
  const select = makeScoreSelector();
  const { song } = bethena;
  const both = { ...bethena, song: { ...song, tracks: [...song.tracks, ...song.tracks] } };
  expect(select({ ...state, pieces: [both] })?.leftOut).toBeUndefined();
  const score = select({ ...state, pieces: [{ ...both, learnFrom: [1] }] });
  expect(score?.notes).toHaveLength(16);
  expect(score?.leftOut?.filter(Boolean)).toHaveLength(8);
});

it('unpacks another when another is shown, and none when it was removed', () => {
  const select = makeScoreSelector();
  select(state);
  expect(select({ ...state, shown: { kind: 'piece', id: 'Solace' } })?.title).toBe('Solace');
  expect(select({ ...state, pieces: [] })).toBeUndefined();
});

it('shows a snippet of the run like a take', () => {
  const select = makeScoreSelector();
  const snippets = [makeTake('Epoch 1')];
  const score = select({ ...state, snippets, shown: { kind: 'take', id: 'Epoch 1' } });
  expect(score?.title).toBe('Epoch 1');
});

it('follows a take that is renamed', () => {
  const select = makeScoreSelector();
  const takes = [makeTake('Take 1')];
  const shown = { kind: 'take', id: 'Take 1' } as const;
  const score = select({ ...state, takes, shown });
  const starred = [{ ...takes[0], starred: true }];
  expect(select({ ...state, takes: starred, shown })).toBe(score);
  const renamed = [{ ...takes[0], title: 'My waltz' }];
  expect(select({ ...state, takes: renamed, shown })?.title).toBe('My waltz');
});
