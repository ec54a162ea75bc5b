/** Outputs of `npm run prepare:assets`: the compiled kernels and the piano's samples. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildNames } from '../src/engine/wasm/builds.ts';

const ROOT = join(import.meta.dirname, '..');

export const KERNELS_FOLDER = join(ROOT, 'src/engine/wasm/generated');
export const PIANO_FOLDER = join(ROOT, 'public/generated/piano');

const kernels = buildNames.map((name) => join(KERNELS_FOLDER, `${name}.wasm`));

/** Ends the process with one line if a file is missing. */
function requireFiles(paths: readonly string[], what: string): void {
  if (paths.every((path) => existsSync(path))) return;
  console.error(`${what} not built yet: type "npm run prepare:assets" first.`);
  process.exit(1);
}

export function requireKernels(): void {
  requireFiles(kernels, 'The WASM kernels are');
}

/** Global setup of Vitest. */
export default function requireAssets(): void {
  requireFiles([...kernels, PIANO_FOLDER], 'The WASM kernels and piano samples are');
}
