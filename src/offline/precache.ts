/**
 * The shelf of files that the service worker answers from: one cache for each edition of the app.
 *
 * An edition that has been replaced stays on the shelf while a page of it may be open: such a page
 * still asks for its own scripts (a worker that starts again after a crash, a panel loaded late),
 * and the host no longer has them. Files that two editions share are copied, not fetched again.
 */

import { securityHeaders } from './headers';
import type { PrecachedFile, PrecacheManifest } from './precacheManifest';
import type { ServiceWorkerScope } from './workerScope';

/** Kept beside each file, so that the next edition knows whether it has the same bytes. */
const INTEGRITY_HEADER = 'X-Etude-Integrity';

type Surroundings = Pick<ServiceWorkerScope, 'caches' | 'fetch' | 'registration'>;

export class Precache {
  readonly #scope: Surroundings;
  readonly #manifest: PrecacheManifest;
  /** The app's folder; other folders of one host may hold an Etude of their own. */
  readonly #folder: string;

  constructor(scope: Surroundings, manifest: PrecacheManifest) {
    this.#scope = scope;
    this.#manifest = manifest;
    this.#folder = scope.registration.scope;
  }

  /**
   * Puts every file of this edition on the shelf.
   * @throws {TypeError} when one cannot be had, or is not the one this edition was built with
   */
  async fill(): Promise<void> {
    const own = await this.#scope.caches.open(this.#name);
    await Promise.all(
      this.#manifest.files.map(async (file) => {
        const url = new URL(file.path, this.#folder);
        const response = (await this.#kept(url, file)) ?? (await this.#fetched(url, file));
        await own.put(url, dressed(response, file));
      }),
    );
  }

  /** @returns the file at this address, from this edition or else from the latest that has it */
  async find(address: string): Promise<Response | undefined> {
    const url = new URL(address);
    url.search = '';
    url.hash = '';
    if (url.href === `${this.#folder}index.html`) url.href = this.#folder;
    const own = await this.#scope.caches.open(this.#name);
    const found = await own.match(url);
    if (found) return found;
    for (const cache of await this.#shelf()) {
      const earlier = await cache.match(url);
      if (earlier) return earlier;
    }
    return undefined;
  }

  /** Clears away the editions before this one. */
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

  /** Names of all editions, in the order in which they came. */
  async #names(): Promise<string[]> {
    const names = await this.#scope.caches.keys();
    return names.filter((name) => name.startsWith(this.#prefix));
  }

  /** All editions, the latest first. */
  async #shelf(): Promise<Cache[]> {
    const names = await this.#names();
    return Promise.all(names.toReversed().map((name) => this.#scope.caches.open(name)));
  }

  async #kept(url: URL, { integrity }: PrecachedFile): Promise<Response | undefined> {
    for (const cache of await this.#shelf()) {
      const response = await cache.match(url);
      if (response?.headers.get(INTEGRITY_HEADER) === integrity) return response;
    }
    return undefined;
  }

  async #fetched(url: URL, { integrity }: PrecachedFile): Promise<Response> {
    // Asks the host anew; the digest refuses a mixture of two editions while a host is updated.
    const response = await this.#scope.fetch(url, { cache: 'no-cache', integrity });
    if (!response.ok) throw new TypeError(`${url.pathname}: status ${response.status}.`);
    return response;
  }
}

/** The same bytes under our headers alone: a host's encoding, redirects and `Vary` end here. */
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
