/** Short messages in passing, with a way back where something was removed. */
import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from './actionTypes';
import type { AppState, Notice } from './state';

/** Older notices give way. */
const MOST = 3;

let lastId = 0;

export function notify(store: StoreApi<AppState>, text: string, undo?: () => void): void {
  const notice: Notice = { id: ++lastId, text };
  if (undo) {
    notice.undo = () => {
      undo();
      dismiss(store, notice.id);
    };
  }
  store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-MOST) }));
}

function dismiss(store: StoreApi<AppState>, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

export function noticeActions(store: StoreApi<AppState>): Pick<Actions, 'dismissNotice'> {
  return { dismissNotice: (id) => dismiss(store, id) };
}
