/** Serves the page that trains, with the rows of the pieces, and takes its state and progress. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, preview } from 'vite';
import type { Site } from '../../bench/harness/browser';
import type { Rows } from '../../src/music/encoding/encoding';
import { requireKernels } from '../assets';
import { PATHS, type Progress, type Reply } from './requests';

export interface Exchange {
  /** Rows by the number of their piece. */
  rows: readonly Rows[];
  /** Path of the run's state. */
  checkpoint: string;
  /** Path of the published model. */
  model: string;
  onProgress(progress: Progress): Reply;
  /** After each stored state; `seconds` of training in this session. */
  onCheckpoint(seconds: number): void;
}

/**
 * Builds the page into the work folder, so that a benchmark may build its own meanwhile, and serves
 * it cross-origin isolated.
 */
export async function servePretraining(work: string, exchange: Exchange): Promise<Site> {
  requireKernels();
  const configFile = fileURLToPath(new URL('../../bench/vite.config.ts', import.meta.url));
  const outDir = join(work, 'page');
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    configFile,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0 },
    plugins: [exchangePlugin(exchange)],
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server has no address.');
  return { address, close: () => server.close() };
}

function exchangePlugin(exchange: Exchange): Plugin {
  return {
    name: 'etude-pretraining',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (!url.pathname.startsWith('/pretrain/')) {
          next();
          return;
        }
        answer(url, request, response, exchange).catch(next);
      });
    },
  };
}

async function answer(
  { pathname, searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
): Promise<void> {
  const path = pathname.slice(1);
  if (path.startsWith(PATHS.rows)) {
    const rows = exchange.rows[Number(path.slice(PATHS.rows.length))];
    response.statusCode = rows ? 200 : 404;
    response.end(rows && Buffer.from(rows.data.buffer));
  } else if (path === PATHS.checkpoint || path === PATHS.model) {
    const file = path === PATHS.model ? exchange.model : exchange.checkpoint;
    if (request.method === 'POST') {
      writeWhole(file, await bodyOf(request));
      if (path === PATHS.checkpoint) exchange.onCheckpoint(Number(searchParams.get('seconds')));
      response.end();
      return;
    }
    response.statusCode = existsSync(file) ? 200 : 404;
    response.end(response.statusCode === 200 ? readFileSync(file) : undefined);
  } else if (path === PATHS.progress) {
    const progress: Progress = JSON.parse((await bodyOf(request)).toString());
    response.end(JSON.stringify(exchange.onProgress(progress)));
  } else {
    response.statusCode = 404;
    response.end();
  }
}

/** A run that ends while it writes keeps the file before. */
function writeWhole(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
