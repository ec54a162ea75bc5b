/**
 * The page's side: registers the service worker, follows its updates, and has the page isolated.
 * Where no service worker is possible (an insecure address, a private window) the app works
 * without: it then needs its host at each visit, and on a plain static host has one thread.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../app/state';
import { isolateOnce } from './isolation';
import { TAKE_OVER } from './messages';
import { promptForUpdate, reloadWhenCalm } from './updatePrompt';

/** A tab may stay open for days; the browser itself looks for updates only when a page loads. */
const LOOK_FOR_UPDATES_MS = 60 * 60 * 1000;

export async function startOffline(store: StoreApi<AppState>): Promise<void> {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!container) return;
  const controlled = container.controller !== null;
  const control = nextControl(container);
  const used = followUse();
  let registration: ServiceWorkerRegistration;
  try {
    const script = new URL('sw.js', document.baseURI);
    registration = await container.register(script, { updateViaCache: 'none' });
  } catch {
    return;
  }
  followUpdates(registration, () => {
    promptForUpdate(store, () => takeUp(store, registration, container));
  });
  await isolateOnce(store, {
    isolated: window.crossOriginIsolated,
    controlled,
    control: () => control,
    used,
    memory: () => window.sessionStorage,
    reload: () => location.reload(),
  });
}

/** @returns whether the person has clicked, tapped, typed or dropped anything since this call */
function followUse(): () => boolean {
  let used = false;
  for (const type of ['pointerdown', 'keydown', 'drop'] as const) {
    window.addEventListener(type, () => (used = true), { capture: true, once: true });
  }
  return () => used;
}

/** Settles when another service worker starts to answer for this page. */
function nextControl(container: ServiceWorkerContainer): Promise<void> {
  return new Promise((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true });
  });
}

/** Calls `ready` once, when a newer service worker has all its files and waits. */
function followUpdates(registration: ServiceWorkerRegistration, ready: () => void): void {
  let said = false;
  function sayOnce(): void {
    // The first service worker replaces nothing.
    if (said || !registration.active || !registration.waiting) return;
    said = true;
    ready();
  }
  sayOnce();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', sayOnce);
  });
  setInterval(() => {
    // Without a network there is no update.
    registration.update().catch(() => undefined);
  }, LOOK_FOR_UPDATES_MS);
}

function takeUp(
  store: StoreApi<AppState>,
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
): void {
  const { waiting } = registration;
  const reload = (): void => location.reload();
  // Another tab may have activated it.
  if (!waiting) {
    reload();
    return;
  }
  void nextControl(container).then(() => reloadWhenCalm(store, reload));
  waiting.postMessage(TAKE_OVER);
}
