/**
 * Makes a page on a plain static host cross-origin isolated: once the service worker answers for
 * it, a reload supplies the missing headers. That happens at most once per tab, and only before
 * the person has done anything; otherwise the page continues with one thread.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../app/state';
import { isUntouched } from './busy';

const RELOADED_KEY = 'etude-reloaded-for-threads';

/** The browser functions in use; tests replace them. */
export interface IsolatedPage {
  readonly isolated: boolean;
  /** Whether a service worker already answered for the page when it was loaded. */
  readonly controlled: boolean;
  /** Settles when a service worker starts to answer for the page. */
  control(): Promise<void>;
  /** Whether the person has clicked, tapped, typed or dropped anything on the page. */
  used(): boolean;
  /** The tab's session storage, which survives a reload; throws where the browser refuses it. */
  memory(): Pick<Storage, 'getItem' | 'setItem'>;
  reload(): void;
}

export async function isolateOnce(store: StoreApi<AppState>, page: IsolatedPage): Promise<void> {
  // Controlled but not isolated: this browser does not isolate the page at all.
  if (page.isolated || page.controlled) return;
  await page.control();
  if (page.used() || !isUntouched(store.getState())) return;
  if (firstTime(page)) page.reload();
}

/** True at most once per tab, and never where it cannot be stored. */
function firstTime(page: IsolatedPage): boolean {
  try {
    const memory = page.memory();
    if (memory.getItem(RELOADED_KEY) !== null) return false;
    memory.setItem(RELOADED_KEY, 'yes');
    return memory.getItem(RELOADED_KEY) !== null;
  } catch {
    return false;
  }
}
