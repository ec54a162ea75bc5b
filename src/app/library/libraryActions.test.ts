import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { WorkerClient } from '../../worker/client';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { pieceOf } from '../testing/composing';
import { libraryActions } from './libraryActions';

it('puts a removed piece back among pieces that have been changed since, each of them once', () => {
  const pieces = ['a', 'b', 'c'].map((id) => pieceOf(id));
  const store = createStore<AppState>(() => ({ ...initialState(), pieces }));
  const auxWorker = new WorkerClient(() => new ChannelWorker(noHandlers));
  const actions = libraryActions(store, auxWorker, () => undefined);
  actions.removePiece('b');
  actions.setAllIncluded(false);
  store.getState().notices[0].action?.run();
  expect(store.getState().pieces).toEqual([
    { ...pieces[0], included: false },
    pieces[1],
    { ...pieces[2], included: false },
  ]);
});
