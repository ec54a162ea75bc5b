/** Cuts folders into batches of files, in a fixed order, so that a run can be taken up again. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** Files of a batch, and bytes, so that its rows fit in memory many times over. */
const MOST_FILES = 128;
const MOST_BYTES = 2 ** 22;

export interface SourcePath {
  /** To read it. */
  path: string;
  /** Below the folder that was named. */
  name: string;
  bytes: number;
  /** Whether a process ended while it read this file. */
  endedProcess?: boolean;
}

export interface FileBatch {
  number: number;
  files: SourcePath[];
}

/** @param except a folder that is not looked into: that of the result */
export async function* batchesOf(
  folders: readonly string[],
  except?: string,
): AsyncGenerator<FileBatch> {
  const own = except === undefined ? undefined : resolve(except);
  let batch: FileBatch = { number: 0, files: [] };
  let bytes = 0;
  for (const folder of folders) {
    for await (const path of filesBelow(folder, own)) {
      const size = await bytesOf(path);
      const isFull = batch.files.length === MOST_FILES || bytes + size > MOST_BYTES;
      if (isFull && batch.files.length > 0) {
        yield batch;
        batch = { number: batch.number + 1, files: [] };
        bytes = 0;
      }
      batch.files.push({ path, name: relative(folder, path), bytes: size });
      bytes += size;
    }
  }
  if (batch.files.length > 0) yield batch;
}

/** 0 for what cannot be looked at, which then cannot be read either. */
async function bytesOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * Every file but hidden ones, folder by folder in the order of names; links are not followed. A
 * folder that cannot be listed stands for its files: reading it gives the reason.
 */
async function* filesBelow(folder: string, except: string | undefined): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    yield folder;
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && resolve(path) !== except) yield* filesBelow(path, except);
  }
}
