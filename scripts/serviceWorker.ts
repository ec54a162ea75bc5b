/**
 * Builds the service worker once everything else lies in the output folder, and writes the list of
 * those files, with their digests, into it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { PrecachedFile, PrecacheManifest } from '../src/offline/precacheManifest.ts';

const SOURCE = join(import.meta.dirname, '../src/offline/serviceWorker.ts');
/** In the app's folder itself: a service worker answers for the folder that it lies in. */
const FILE_NAME = 'sw.js';

export function serviceWorker(): Plugin {
  return {
    name: 'etude-service-worker',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (dir === undefined) throw new Error('The build names no output folder.');
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          define: { ETUDE_EDITION: JSON.stringify(editionOf(dir)) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            target: 'es2022',
            // A classic script: not every browser runs service workers as modules.
            rolldownOptions: {
              input: SOURCE,
              output: { format: 'iife', entryFileNames: FILE_NAME },
            },
          },
        });
      },
    },
  };
}

/** Every file of the folder; a hidden one is its host's business. */
function editionOf(folder: string): PrecacheManifest {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== FILE_NAME && !entry.name.startsWith('.'))
    .map((entry) => precached(folder, join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { version: sha256(JSON.stringify(files)).toString('hex').slice(0, 16), files };
}

function precached(folder: string, file: string): PrecachedFile {
  const path = relative(folder, file).split(sep).join('/');
  return {
    // Some hosts redirect from the file's name to the folder, none the other way.
    path: path === 'index.html' ? '' : path,
    integrity: `sha256-${sha256(readFileSync(file)).toString('base64')}`,
  };
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
