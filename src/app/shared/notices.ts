/** Short messages in passing, with a way back where something was removed. */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import type { AppState } from '../state';
import type { Notice, NoticeAction } from './noticeState';

/** Maximum number of notices; older ones are removed, except those that wait for an answer. */
const MOST = 3;
/** Maximum number of steps that can be undone by the keyboard. */
const MOST_UNDOABLE = 20;

let lastId = 0;

export function notify(store: StoreApi<AppState>, text: string, undo?: () => void): void {
  const notice: Notice = { id: ++lastId, text };
  if (undo) notice.action = { label: t('notices.undo'), run: undoable(store, notice.id, undo) };
  add(store, notice);
}

/** @returns what the notice's button calls: it acts once, whether pressed or undone by a key */
function undoable(store: StoreApi<AppState>, id: number, undo: () => void): () => void {
  const run = (): void => {
    if (!store.getState().undoable.some((step) => step.id === id)) return;
    store.setState((state) => ({ undoable: state.undoable.filter((step) => step.id !== id) }));
    dismiss(store, id);
    undo();
  };
  store.setState((state) => ({
    undoable: [...state.undoable, { id, run }].slice(-MOST_UNDOABLE),
  }));
  return run;
}

/**
 * Adds a notice that stays until it is answered or dismissed.
 * @returns the notice's id, for `dismiss`
 */
export function ask(store: StoreApi<AppState>, text: string, action: NoticeAction): number {
  const notice: Notice = { id: ++lastId, text, action, stays: true };
  add(store, notice);
  return notice.id;
}

export function dismiss(store: StoreApi<AppState>, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

function add(store: StoreApi<AppState>, notice: Notice): void {
  store.setState(({ notices }) => {
    const all = [...notices, notice];
    const passing = all.filter(({ stays }) => !stays).slice(-MOST);
    return { notices: all.filter((each) => each.stays || passing.includes(each)) };
  });
}

export function noticeActions(store: StoreApi<AppState>): Pick<Actions, 'dismissNotice' | 'undo'> {
  return {
    dismissNotice: (id) => dismiss(store, id),
    undo: () => store.getState().undoable.at(-1)?.run(),
  };
}
