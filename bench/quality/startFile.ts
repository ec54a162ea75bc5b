/** The start model that ships with the app, for runs that begin with it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'playwright';

const FILE = join(import.meta.dirname, '../../public/models/etude-start.etude');

export const hasStartFile = existsSync(FILE);

/** Bytes of the download. */
export function startFileBytes(): number {
  return statSync(FILE).size;
}

/** Opens the start model in the worker, whose engine must have started. */
export async function openStartFile(worker: Worker): Promise<void> {
  const base64 = readFileSync(FILE).toString('base64');
  await worker.evaluate((text) => quality.openStart(text), base64);
}
