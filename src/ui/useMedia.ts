/** Media queries as state, for what differs by more than style. */
import { useSyncExternalStore } from 'react';

/** Windows in which the page itself scrolls, and with it stage and panels; `App.module.css`. */
export const PAGE_SCROLLS = '(max-width: 1099px)';

/** A finger points: there is nothing to drag files from. */
export const TOUCH = '(pointer: coarse)';

export function matches(query: string): boolean {
  return window.matchMedia(query).matches;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matches(query),
  );
}
