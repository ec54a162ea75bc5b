import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { WorkerClient } from '../../worker/client';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import { initialState } from '../initialState';
import { noticeActions } from '../shared/notices';
import type { AppState } from '../state';
import { pieceOf } from '../testing/composing';
import { libraryActions } from './libraryActions';

const pieces = ['a', 'b', 'c'].map((id) => pieceOf(id));
let store: StoreApi<AppState>;
let actions: ReturnType<typeof libraryActions>;

beforeEach(() => {
  store = createStore<AppState>(() => ({ ...initialState(), pieces }));
  const auxWorker = new WorkerClient(() => new ChannelWorker(noHandlers));
  actions = libraryActions(store, auxWorker, () => undefined);
});

const ids = (): string[] => store.getState().pieces.map(({ id }) => id);
const said = (): string[] => store.getState().notices.map(({ text }) => text);

it('puts a removed piece back among pieces that have been changed since, each of them once', () => {
  actions.removePiece('b');
  actions.setIncluded(['a', 'b', 'c'], false);
  store.getState().notices[0].action?.run();
  expect(store.getState().pieces).toEqual([
    { ...pieces[0], included: false },
    pieces[1],
    { ...pieces[2], included: false },
  ]);
});

it('removes and includes only the pieces it is told', () => {
  actions.setIncluded(['a'], false);
  expect(store.getState().pieces.map(({ included }) => included)).toEqual([false, true, true]);
  actions.removePieces(['a', 'c']);
  expect(ids()).toEqual(['b']);
  expect(said()).toEqual(['Removed 2 pieces.']);
});

it('undoes removals one after the other, each once, even after their notices have gone', () => {
  const { undo, dismissNotice } = noticeActions(store);
  actions.removePiece('a');
  actions.removePieces(['b', 'c']);
  for (const { id } of store.getState().notices) dismissNotice(id);
  expect(ids()).toEqual([]);
  undo();
  expect(ids()).toEqual(['b', 'c']);
  actions.removePiece('c');
  const [notice] = store.getState().notices;
  notice.action?.run();
  notice.action?.run();
  expect(ids()).toEqual(['b', 'c']);
  undo();
  expect(ids()).toEqual(['a', 'b', 'c']);
  undo();
  expect(ids()).toEqual(['a', 'b', 'c']);
});
