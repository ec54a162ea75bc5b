/**
 * Tells the person that a new edition is ready, and never while something is being read, trained or
 * composed: then the notice waits, and one already shown is taken back until the work has ended.
 */
import type { StoreApi } from 'zustand/vanilla';
import { ask, dismiss } from '../app/shared/notices';
import type { AppState } from '../app/state';
import { isBusy } from './busy';

/** @param reload takes the new edition up; called when the person asks for it */
export function promptForUpdate(store: StoreApi<AppState>, reload: () => void): void {
  let shown: number | undefined;
  // Showing and taking back change the store, which would call `follow` within itself.
  let changing = false;

  function follow(): void {
    if (changing) return;
    const state = store.getState();
    changing = true;
    if (shown === undefined) {
      if (!isBusy(state)) {
        shown = ask(store, 'A new version of Etude is ready.', { label: 'Reload', run: reload });
      }
    } else if (!state.notices.some(({ id }) => id === shown)) {
      // Answered or waved away: the next visit has the new edition anyway.
      unsubscribe();
    } else if (isBusy(state)) {
      dismiss(store, shown);
      shown = undefined;
    }
    changing = false;
  }

  const unsubscribe = store.subscribe(follow);
  follow();
}

/**
 * Loads the page again for an edition that has been taken up already. Work may have begun between
 * the answer and now: then the person is asked anew, once it has ended.
 */
export function reloadWhenCalm(store: StoreApi<AppState>, reload: () => void): void {
  if (isBusy(store.getState())) promptForUpdate(store, reload);
  else reload();
}
