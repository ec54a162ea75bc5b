/** Cuts folders into batches of files, in a fixed order, so that a run can be taken up again. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Files of a batch, and bytes, so that its rows fit in memory many times over. */
const MOST_FILES = 128;
const MOST_BYTES = 2 ** 22;

export interface SourcePath {
  /** To read it. */
  path: string;
  /** Below the folder that was named. */
  name: string;
  bytes: number;
}

export interface FileBatch {
  number: number;
  files: SourcePath[];
}

export async function* batchesOf(folders: readonly string[]): AsyncGenerator<FileBatch> {
  let batch: FileBatch = { number: 0, files: [] };
  let bytes = 0;
  for (const folder of folders) {
    for await (const path of filesBelow(folder)) {
      const { size } = await stat(path);
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

/** Every file but hidden ones, folder by folder in the order of names; links are not followed. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}
