/**
 * A plain static host for the built app: it serves files under a folder below its root, sends no
 * headers but the type, and can be given another build or shut down.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');
const FOLDER = '/some/folder/';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export class StaticHost {
  /** Paths asked for, relative to the folder. */
  readonly asked: string[] = [];
  readonly #files: Map<string, Buffer>;
  readonly #server: Server;
  /** Settles when files may be handed out; see `hold`. */
  readonly #held = new Map<string, Promise<void>>();

  private constructor(files: Map<string, Buffer>) {
    this.#files = files;
    this.#server = createServer((request, response) => {
      this.#answer(request.url ?? '/', response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  static async start(): Promise<StaticHost> {
    const files = new Map<string, Buffer>();
    for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      files.set(
        file
          .slice(DIST.length + 1)
          .split(sep)
          .join('/'),
        await readFile(file),
      );
    }
    const host = new StaticHost(files);
    await new Promise<void>((resolve) => host.#server.listen(0, 'localhost', resolve));
    return host;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The host is shut down.');
    return `http://localhost:${address.port}`;
  }

  /** Where the app is. */
  get url(): string {
    return this.origin + FOLDER;
  }

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  text(path: string): string {
    const content = this.#files.get(path);
    if (!content) throw new Error(`The host has no ${path}.`);
    return content.toString('utf8');
  }

  write(path: string, content: string): void {
    this.#files.set(path, Buffer.from(content));
  }

  remove(path: string): void {
    this.#files.delete(path);
  }

  /** Holds back requests for a file. @returns a function that answers them */
  hold(path: string): () => void {
    let release = (): void => {};
    this.#held.set(path, new Promise((resolve) => (release = resolve)));
    return release;
  }

  /** Ends the host at once, open connections too. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(address: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(address, this.origin);
    if (!pathname.startsWith(FOLDER)) {
      response.writeHead(404).end();
      return;
    }
    const path = decodeURIComponent(pathname.slice(FOLDER.length)) || 'index.html';
    this.asked.push(path);
    await this.#held.get(path);
    const content = this.#files.get(path);
    if (!content) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.');
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type }).end(content);
  }
}
