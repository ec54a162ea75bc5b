/** Keeps the screen on while a run goes on in sight: a device that falls asleep stops it. */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';

/** What the browser gives, replaceable in tests. */
export interface WakeLockHost {
  /** Absent in older browsers, and on pages without HTTPS. */
  wakeLock?: Pick<WakeLock, 'request'>;
  document: Pick<Document, 'visibilityState' | 'addEventListener'>;
}

/**
 * The browser itself takes the lock back when the page is hidden (W3C, Screen Wake Lock, section 9);
 * it is asked for again when the page is back. A refusal (low battery, no press before it) changes
 * nothing else.
 */
export function keepScreenOn(
  store: StoreApi<AppState>,
  { wakeLock, document }: WakeLockHost = {
    wakeLock: navigator.wakeLock,
    document: window.document,
  },
): void {
  if (!wakeLock) return;
  let held: WakeLockSentinel | undefined;
  let asking = false;

  const isWanted = (): boolean => {
    const { phase } = store.getState().training;
    return document.visibilityState === 'visible' && (phase === 'preparing' || phase === 'running');
  };

  async function follow(): Promise<void> {
    if (asking) return;
    if (!isWanted()) {
      const lock = held;
      held = undefined;
      await lock?.release().catch(() => undefined);
      return;
    }
    if (held && !held.released) return;
    asking = true;
    held = await wakeLock?.request('screen').catch(() => undefined);
    asking = false;
    // The run may have ended, or the page have been hidden, while the browser answered.
    if (held && !isWanted()) await follow();
  }

  store.subscribe((state, before) => {
    if (state.training.phase !== before.training.phase) void follow();
  });
  document.addEventListener('visibilitychange', () => void follow());
}
