/** Light or dark: the system's choice until the person makes another, which is remembered. */
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

/** Also read by `public/theme.js` before the first paint. */
const STORAGE_KEY = 'etude-theme';

const listeners = new Set<() => void>();
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const forcedColours = window.matchMedia('(forced-colors: active)');

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

/**
 * Tells of a change of the colours, forced ones included.
 * @returns a function that ends the subscription
 */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  systemDark.addEventListener('change', listener);
  forcedColours.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemDark.removeEventListener('change', listener);
    forcedColours.removeEventListener('change', listener);
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(onThemeChange, currentTheme);
}
