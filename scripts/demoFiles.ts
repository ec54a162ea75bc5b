/** Paths of the music files named on the demo's command line. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type FoundFiles =
  | { ok: true; files: string[] }
  /** One sentence. */
  | { ok: false; reason: string };

/**
 * All named files, and all files in named folders at any depth. None is filtered by name: the app
 * reports which are not music.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const files: string[] = [];
  for (const path of paths) {
    if (!existsSync(path)) return { ok: false, reason: `There is no file or folder ${path}.` };
    const found = statSync(path).isDirectory() ? filesIn(path) : [path];
    if (found.length === 0) return { ok: false, reason: `The folder ${path} is empty.` };
    files.push(...found);
  }
  return { ok: true, files };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
