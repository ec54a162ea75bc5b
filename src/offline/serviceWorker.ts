/**
 * The service worker: keeps the whole app on the machine, answers from there, and puts the
 * headers on that make a page cross-origin isolated, which hosts like GitHub Pages cannot send.
 *
 * It is our own, in place of Workbox with vite-plugin-pwa, for two reasons. Workbox drops the files
 * of the last build as soon as the next one is active, though pages still run it; here a run in
 * one tab continues while another tab updates. And Etude needs nothing but precaching, while the
 * plugin more than doubles the packages that a developer installs.
 */

import { securityHeaders } from './headers';
import { TAKE_OVER } from './messages';
import { Precache } from './precache';
import type { PrecacheManifest } from './precacheManifest';
import type { LastingEvent, ServiceWorkerScope } from './workerScope';

declare const self: ServiceWorkerScope;
/** Replaced by the build. */
declare const ETUDE_EDITION: PrecacheManifest;

const precache = new Precache(self, ETUDE_EDITION);

self.addEventListener('install', (event) => event.waitUntil(precache.fill()));

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request, event));
  if (request.mode === 'navigate') event.waitUntil(tidy());
});

async function answer(request: Request, event: LastingEvent): Promise<Response> {
  const found = await precache.find(request.url);
  if (found) return found;
  const asked = await precache.fetchAsked(request.url);
  if (!asked) return secured(await self.fetch(request));
  event.waitUntil(asked.kept);
  return asked.response;
}

/** Responses that are not cached get the headers too. */
function secured(response: Response): Response {
  // A redirect of the page itself is opaque and must be returned unchanged.
  if (response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}

/** If no other page is open, none needs an earlier build. */
async function tidy(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.length === 0) await precache.dropEarlier();
}
