import { beforeEach, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';
import { modelOf, pieceOf, trainedStore } from '../testing/composing';
import { trainedOnPieces } from './trainedOnPieces';

let store: StoreApi<AppState>;
let ids: () => string[];

beforeEach(() => {
  store = trainedStore({ trainedOn: { training: ['a', 'b'], validation: ['c'] } });
  const pieces = trainedOnPieces(store);
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

it('are there once, however often one is removed and put back', () => {
  const { pieces } = store.getState();
  remove('b');
  store.setState({ pieces });
  remove('b');
  store.setState({ pieces });
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
