/** The start model that ships with the app, for runs that begin with it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'playwright';
import type { PieceForm } from '../../src/music/form/pieceForm';
import { THREADS } from './judge';

const FILE = join(import.meta.dirname, '../../public/models/etude-start.etude');

export const hasStartFile = existsSync(FILE);

/** Bytes of the download. */
export function startFileBytes(): number {
  return statSync(FILE).size;
}

/**
 * Starts the worker's engine and opens the start model.
 * @returns the forms stored with it
 */
export async function openStartFile(worker: Worker): Promise<PieceForm[]> {
  await worker.evaluate((threads) => quality.start(threads), THREADS);
  const base64 = readFileSync(FILE).toString('base64');
  return worker.evaluate((text) => quality.openStart(text), base64);
}
