import { beforeEach, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { TrainingPiece } from '../../model/composing/contract';
import type { AppState } from '../state';
import { modelOf, pieceOf, trainedStore } from '../testing/composing';
import { trainedOnPieces } from './trainedOnPieces';

let store: StoreApi<AppState>;
let pieces: () => TrainingPiece[];
let ids: () => string[];

beforeEach(() => {
  store = trainedStore({ trainedOn: { training: ['a', 'b'], validation: ['c'] } });
  pieces = trainedOnPieces(store);
  ids = () => pieces().map(({ id }) => id);
  store.setState({ pieces: ['a', 'b', 'c', 'd'].map((id) => pieceOf(id)) });
});

function remove(...gone: string[]): void {
  store.setState(({ pieces }) => ({ pieces: pieces.filter(({ id }) => !gone.includes(id)) }));
}

it('are those of the library, ticked or not', () => {
  store.setState(({ pieces }) => ({
    pieces: pieces.map((piece) => ({ ...piece, included: piece.id === 'd' })),
  }));
  expect(ids()).toEqual(['a', 'b', 'c', 'd']);
});

it('include removed ones that the model was trained or validated on', () => {
  remove('b', 'c', 'd');
  expect(ids()).toEqual(['a', 'b', 'c']);
});

it('are what was chosen of them, or what the run learnt of them', () => {
  const whole = pieceOf('a');
  const [track] = whole.song.tracks;
  const song = { ...whole.song, tracks: [track, track] };
  const tracksOf = (): number => pieces().find(({ id }) => id === 'a')?.song.tracks.length ?? 0;
  store.setState({ pieces: [{ ...whole, song }] });
  expect(tracksOf()).toBe(2);
  store.setState({ pieces: [{ ...whole, song, learnFrom: [1] }] });
  expect(tracksOf()).toBe(1);
  const run = { id: 'run', preset: 'seed', pieces: [{ ...whole, song }] } as const;
  store.setState(({ training }) => ({ training: { ...training, run } }));
  expect(tracksOf()).toBe(2);
});

it('are there once, however often one is removed and put back', () => {
  const before = { pieces: store.getState().pieces };
  remove('b');
  store.setState(before);
  remove('b');
  store.setState(before);
  expect(ids()).toEqual(['a', 'b', 'c', 'd']);
});

it('are kept through a run, until the training pieces of its model are known', () => {
  const { training } = store.getState();
  store.setState({ training: { ...training, phase: 'running' } });
  remove('a', 'd');
  expect(ids()).toEqual(['b', 'c', 'a', 'd']);
  const checkpoint = modelOf('seed', { trainedOn: { training: ['d'], validation: [] } });
  store.setState({ training: { ...training, phase: 'finished', checkpoint } });
  expect(ids()).toEqual(['b', 'c', 'd']);
});
