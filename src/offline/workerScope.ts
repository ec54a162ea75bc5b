/**
 * The part of a service worker's global scope that ours uses
 * (https://www.w3.org/TR/service-workers/). TypeScript's own declarations of it cannot be loaded
 * beside those of a page.
 */

export interface LastingEvent extends Event {
  /** Keeps the worker alive until the promise settles; installing fails with it. */
  waitUntil(work: Promise<unknown>): void;
}

export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface ScopeEvents {
  install: LastingEvent;
  activate: LastingEvent;
  fetch: RequestEvent;
  message: MessageEvent<unknown>;
}

export interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly caches: CacheStorage;
  readonly clients: {
    /** Makes this worker answer for the pages that are already open. */
    claim(): Promise<void>;
    /** The open pages that a worker of this scope answers for. */
    matchAll(options: { type: 'window' }): Promise<readonly unknown[]>;
  };
  /** Makes this worker the active one although pages of the last one are open. */
  skipWaiting(): Promise<void>;
  fetch(request: Request | URL, options?: RequestInit): Promise<Response>;
  addEventListener<E extends keyof ScopeEvents>(
    type: E,
    listener: (event: ScopeEvents[E]) => void,
  ): void;
}
