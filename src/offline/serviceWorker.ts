/**
 * The service worker: keeps the whole app on the machine, answers from there, and puts the
 * headers on that make a page cross-origin isolated, which hosts like GitHub Pages cannot send.
 *
 * It is our own, in place of Workbox with vite-plugin-pwa, for two reasons. Workbox drops the files
 * of the last edition as soon as the next one is active, from under the pages that still run it;
 * here a run in one tab goes on while another tab updates. And beside precaching Etude needs
 * nothing of it, while its build side more than doubles the packages that a developer installs.
 */

import { securityHeaders } from './headers';
import { TAKE_OVER } from './messages';
import { Precache } from './precache';
import type { PrecacheManifest } from './precacheManifest';
import type { ServiceWorkerScope } from './workerScope';

declare const self: ServiceWorkerScope;
/** Written in by the build. */
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
  event.respondWith(answer(request));
  if (request.mode === 'navigate') event.waitUntil(tidy());
});

async function answer(request: Request): Promise<Response> {
  return (await precache.find(request.url)) ?? secured(await self.fetch(request));
}

/** Whatever is not of the app's files still carries its headers. */
function secured(response: Response): Response {
  // A redirect of the page itself is opaque and must be handed on as it is.
  if (response.type === 'opaqueredirect') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  const { body, status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}

/** A page that opens while no other is open is of this edition: no page needs an earlier one. */
async function tidy(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.length === 0) await precache.dropEarlier();
}
