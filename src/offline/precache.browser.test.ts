import { afterEach, expect, it } from 'vitest';
import { Precache } from './precache';
import type { PrecachedFile, PrecacheManifest } from './precacheManifest';

const FOLDER = 'https://example.test/music/etude/';
const NEIGHBOUR = 'https://example.test/music/etude/beta/';

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

async function listed(path: string, content: string): Promise<PrecachedFile> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return { path, integrity: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
}

/** A host that holds these files, and what was asked of it. */
class Host {
  readonly asked: string[] = [];

  constructor(
    readonly files: Readonly<Record<string, string>>,
    readonly folder = FOLDER,
  ) {}

  async manifest(version: string): Promise<PrecacheManifest> {
    const entries = Object.entries(this.files);
    const files = await Promise.all(entries.map(([path, content]) => listed(path, content)));
    return { version, files };
  }

  precache(manifest: PrecacheManifest): Precache {
    return new Precache(
      {
        caches,
        registration: { scope: this.folder },
        fetch: async (url, options) => {
          const path = String(url).slice(this.folder.length);
          this.asked.push(path);
          const content = this.files[path];
          if (content === undefined) return new Response('Not here.', { status: 404 });
          // The browser itself holds the answer against the digest.
          return fetch(`data:text/plain,${encodeURIComponent(content)}`, {
            integrity: options?.integrity,
          });
        },
      },
      manifest,
    );
  }

  async filled(version: string): Promise<Precache> {
    const precache = this.precache(await this.manifest(version));
    await precache.fill();
    return precache;
  }
}

async function textOf(response: Response | undefined): Promise<string | undefined> {
  return response?.text();
}

it('answers with its files, whatever the query, and with the page for the folder', async () => {
  const precache = await new Host({ '': 'page', 'assets/a.js': 'a' }).filled('1');
  expect(await textOf(await precache.find(`${FOLDER}?backend=wasm#top`))).toBe('page');
  expect(await textOf(await precache.find(`${FOLDER}index.html`))).toBe('page');
  expect(await textOf(await precache.find(`${FOLDER}assets/a.js`))).toBe('a');
  expect(await precache.find(`${FOLDER}assets/b.js`)).toBeUndefined();
});

it('serves every file with the headers of an isolated page', async () => {
  const precache = await new Host({ 'assets/a.js': 'a' }).filled('1');
  const { headers } = (await precache.find(`${FOLDER}assets/a.js`)) ?? new Response();
  expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Content-Security-Policy')).toContain("connect-src 'self'");
  expect(headers.get('Content-Type')).toContain('text/plain');
});

it('fetches only what an earlier build does not have', async () => {
  await new Host({ '': 'old page', 'piano/A0.mp3': 'sound' }).filled('1');
  const next = new Host({ '': 'new page', 'piano/A0.mp3': 'sound' });
  const precache = await next.filled('2');
  expect(next.asked).toEqual(['']);
  expect(await textOf(await precache.find(FOLDER))).toBe('new page');
  expect(await textOf(await precache.find(`${FOLDER}piano/A0.mp3`))).toBe('sound');
});

it('keeps the files of an earlier build until they are dropped', async () => {
  await new Host({ '': 'old page', 'assets/old.js': 'old' }).filled('1');
  const precache = await new Host({ '': 'new page' }).filled('2');
  expect(await textOf(await precache.find(`${FOLDER}assets/old.js`))).toBe('old');
  await precache.dropEarlier();
  expect(await precache.find(`${FOLDER}assets/old.js`)).toBeUndefined();
  expect(await textOf(await precache.find(FOLDER))).toBe('new page');
});

it('leaves a later build and another folder’s Etude alone', async () => {
  const current = await new Host({ '': 'page' }).filled('1');
  await new Host({ '': 'later' }).filled('2');
  const beta = await new Host({ '': 'beta' }, NEIGHBOUR).filled('1');
  await current.dropEarlier();
  await beta.dropEarlier();
  expect(await caches.keys()).toHaveLength(3);
  expect(await textOf(await beta.find(NEIGHBOUR))).toBe('beta');
  expect(await textOf(await current.find(FOLDER))).toBe('page');
});

it('refuses a build with a missing or a different file', async () => {
  const host = new Host({ '': 'page' });
  const { files } = await host.manifest('1');
  const missing = await listed('assets/gone.js', 'gone');
  await expect(host.precache({ version: '1', files: [...files, missing] }).fill()).rejects.toThrow(
    'assets/gone.js: status 404.',
  );
  const other = await listed('', 'another page');
  await expect(host.precache({ version: '2', files: [other] }).fill()).rejects.toThrow(TypeError);
});

it('fetches and keeps a large file only when it is asked for, and only if it is the right one', async () => {
  const host = new Host({ '': 'page', 'models/a.etude': 'model' });
  const { version, files } = await host.manifest('1');
  const asked = files.map((file) =>
    file.path === '' ? file : { ...file, whenAsked: true as const },
  );
  const precache = host.precache({ version, files: asked });
  await precache.fill();
  expect(host.asked).toEqual(['']);
  const address = `${FOLDER}models/a.etude`;
  expect(await precache.find(address)).toBeUndefined();
  expect(await precache.fetchAsked(`${FOLDER}models/b.etude`)).toBeUndefined();
  const first = await precache.fetchAsked(address);
  expect(await textOf(first?.response)).toBe('model');
  await first?.kept;
  const kept = await precache.find(address);
  expect(kept?.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect(await textOf(kept)).toBe('model');
  // The next build has it already.
  const next = host.precache({ version: '2', files: asked });
  await next.fill();
  await next.dropEarlier();
  expect(await textOf(await next.find(address))).toBe('model');
  expect(host.asked).toEqual(['', 'models/a.etude']);
});

it('does not keep another file in place of the one asked for', async () => {
  const host = new Host({ 'models/a.etude': 'damaged' });
  const file = { ...(await listed('models/a.etude', 'model')), whenAsked: true as const };
  const precache = host.precache({ version: '1', files: [file] });
  const answer = await precache.fetchAsked(`${FOLDER}models/a.etude`);
  expect(await textOf(answer?.response)).toBe('damaged');
  await answer?.kept;
  expect(await precache.find(`${FOLDER}models/a.etude`)).toBeUndefined();
});
