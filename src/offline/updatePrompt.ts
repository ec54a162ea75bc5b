/**
 * Offers the reload for a new build, never during an import, a run or composing: the notice then
 * waits, and one already shown is withdrawn until the work has ended.
 */
import type { StoreApi } from 'zustand/vanilla';
import { ask, dismiss } from '../app/shared/notices';
import type { AppState } from '../app/state';
import { t } from '../texts/t';
import { isBusy } from './busy';

/** @param reload activates the new build; called when the person accepts */
export function promptForUpdate(store: StoreApi<AppState>, reload: () => void): void {
  let shown: number | undefined;
  // Adding and removing the notice changes the store, which would call `follow` recursively.
  let changing = false;

  function follow(): void {
    if (changing) return;
    const state = store.getState();
    changing = true;
    if (shown === undefined) {
      if (!isBusy(state)) {
        shown = ask(store, t('offline.newVersion'), { label: t('offline.reload'), run: reload });
      }
    } else if (!state.notices.some(({ id }) => id === shown)) {
      // Answered or dismissed: the next visit has the new build anyway.
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
 * Reloads for a build that is already active. If work has started since the answer, the person is
 * asked again once it has ended.
 */
export function reloadWhenCalm(store: StoreApi<AppState>, reload: () => void): void {
  if (isBusy(store.getState())) promptForUpdate(store, reload);
  else reload();
}
