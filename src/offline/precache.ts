/**
 * The files that the service worker serves: one cache per build of the app.
 *
 * The cache of an earlier build stays while a page of it may be open: such a page still requests
 * its scripts (a worker restarted after a crash, a panel loaded late), and the host no longer has
 * them. Files that two builds share are copied, not fetched again.
 */

import { securityHeaders } from './headers';
import type { PrecachedFile, PrecacheManifest } from './precacheManifest';
import type { ServiceWorkerScope } from './workerScope';

/** Digest stored with each file, compared by the next build. */
const INTEGRITY_HEADER = 'X-Etude-Integrity';

type Surroundings = Pick<ServiceWorkerScope, 'caches' | 'fetch' | 'registration'>;

export class Precache {
  readonly #scope: Surroundings;
  readonly #manifest: PrecacheManifest;
  /** The app's folder; other folders of the host may contain another Etude. */
  readonly #folder: string;

  constructor(scope: Surroundings, manifest: PrecacheManifest) {
    this.#scope = scope;
    this.#manifest = manifest;
    this.#folder = scope.registration.scope;
  }

  /**
   * Caches every file of this build, except those fetched when asked for, unless an earlier build
   * has them.
   * @throws {TypeError} when a file is missing or its digest differs from the manifest
   */
  async fill(): Promise<void> {
    const own = await this.#scope.caches.open(this.#name);
    await Promise.all(
      this.#manifest.files.map(async (file) => {
        const url = new URL(file.path, this.#folder);
        const kept = await this.#kept(url, file);
        if (!kept && file.whenAsked) return;
        await own.put(url, dressed(kept ?? (await this.#fetched(url, file)), file));
      }),
    );
  }

  /** @returns the file at this address, from this build or the latest that has it */
  async find(address: string): Promise<Response | undefined> {
    const url = new URL(address);
    url.search = '';
    url.hash = '';
    if (url.href === `${this.#folder}index.html`) url.href = this.#folder;
    const own = await this.#scope.caches.open(this.#name);
    const found = await own.match(url);
    if (found) return found;
    for (const cache of await this.#caches()) {
      const earlier = await cache.match(url);
      if (earlier) return earlier;
    }
    return undefined;
  }

  /**
   * A file that is fetched when asked for: its response, which arrives piece by piece, and the
   * keeping of a copy, once its digest is right.
   * @returns undefined for other addresses
   */
  async fetchAsked(
    address: string,
  ): Promise<{ response: Response; kept: Promise<void> } | undefined> {
    const url = new URL(address);
    const file = this.#manifest.files.find(
      ({ path, whenAsked }) => whenAsked && new URL(path, this.#folder).pathname === url.pathname,
    );
    if (!file) return undefined;
    const fetched = await this.#scope.fetch(url, { cache: 'no-cache' });
    if (!fetched.ok) return { response: fetched, kept: Promise.resolve() };
    const kept = this.#keep(new URL(file.path, this.#folder), file, fetched.clone());
    return { response: dressed(fetched, file), kept };
  }

  async #keep(url: URL, file: PrecachedFile, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    if (`sha256-${btoa(String.fromCharCode(...digest))}` !== file.integrity) return;
    const own = await this.#scope.caches.open(this.#name);
    const whole = new Response(bytes, { headers: response.headers });
    await own.put(url, dressed(whole, file));
  }

  /** Deletes the caches of earlier builds. */
  async dropEarlier(): Promise<void> {
    const names = await this.#names();
    const earlier = names.slice(0, names.indexOf(this.#name));
    await Promise.all(earlier.map((name) => this.#scope.caches.delete(name)));
  }

  get #prefix(): string {
    return `etude ${this.#folder} `;
  }

  get #name(): string {
    return this.#prefix + this.#manifest.version;
  }

  /** Cache names of all builds, oldest first. */
  async #names(): Promise<string[]> {
    const names = await this.#scope.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix));
  }

  /** Caches of all builds, latest first. */
  async #caches(): Promise<Cache[]> {
    const names = await this.#names();
    return Promise.all(names.toReversed().map((name) => this.#scope.caches.open(name)));
  }

  async #kept(url: URL, { integrity }: PrecachedFile): Promise<Response | undefined> {
    for (const cache of await this.#caches()) {
      const response = await cache.match(url);
      if (response?.headers.get(INTEGRITY_HEADER) === integrity) return response;
    }
    return undefined;
  }

  async #fetched(url: URL, { integrity }: PrecachedFile): Promise<Response> {
    // Bypasses the HTTP cache; the digest rejects a mixture of two builds during a deployment.
    const response = await this.#scope.fetch(url, { cache: 'no-cache', integrity });
    if (!response.ok) throw new TypeError(`${url.pathname}: status ${response.status}.`);
    return response;
  }
}

/** The same bytes with our headers only: the host's encoding, redirects and `Vary` are dropped. */
function dressed(response: Response, { integrity }: PrecachedFile): Response {
  const type = response.headers.get('Content-Type');
  return new Response(response.body, {
    headers: {
      ...(type === null ? {} : { 'Content-Type': type }),
      ...securityHeaders,
      [INTEGRITY_HEADER]: integrity,
    },
  });
}
