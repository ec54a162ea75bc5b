/**
 * Makes a page on a plain static host cross-origin isolated: once the service worker answers for
 * it, loading it again gives it the headers that were missing. That happens at most once in a tab,
 * and only before the person has done anything; else the page goes on with one thread.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../app/state';
import { isUntouched } from './busy';

const RELOADED_KEY = 'etude-reloaded-for-threads';

/** What is asked of the browser; tests put their own here. */
export interface IsolatedPage {
  readonly isolated: boolean;
  /** Whether a service worker already answered for the page when it was loaded. */
  readonly controlled: boolean;
  /** Settles when a service worker starts to answer for the page. */
  control(): Promise<void>;
  /** Whether the person has clicked, tapped, typed or dropped anything on the page. */
  used(): boolean;
  /** This tab's, kept over a reload; throws where the browser refuses it. */
  memory(): Pick<Storage, 'getItem' | 'setItem'>;
  reload(): void;
}

export async function isolateOnce(store: StoreApi<AppState>, page: IsolatedPage): Promise<void> {
  // Controlled and yet not isolated: this browser will not isolate the page whatever we do.
  if (page.isolated || page.controlled) return;
  await page.control();
  if (page.used() || !isUntouched(store.getState())) return;
  if (firstTime(page)) page.reload();
}

/** Never true twice in a tab, nor where it could not be remembered. */
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
