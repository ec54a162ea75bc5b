/**
 * Builds the service worker after all other files of the output folder, and writes the list of
 * those files, with their digests, into it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import type { PrecachedFile, PrecacheManifest } from '../src/offline/precacheManifest.ts';

const SOURCE = join(import.meta.dirname, '../src/offline/serviceWorker.ts');
/** Megabytes that not everybody needs. */
const WHEN_ASKED = /^(models\/.*\.(etude|runs)|link-preview\.png)$/;
/** Path in the app's folder, which is the service worker's scope. */
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
          define: { ETUDE_EDITION: JSON.stringify(precacheManifestOf(dir)) },
          build: {
            outDir: dir,
            emptyOutDir: false,
            target: 'es2022',
            // A classic script: not every browser supports module service workers.
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

/** All files of the folder, except hidden ones, which belong to the host. */
function precacheManifestOf(folder: string): PrecacheManifest {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== FILE_NAME && !entry.name.startsWith('.'))
    .map((entry) => precached(folder, join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { version: sha256(JSON.stringify(files)).toString('hex').slice(0, 16), files };
}

function precached(folder: string, file: string): PrecachedFile {
  const path = relative(folder, file).split(sep).join('/');
  return {
    // Some hosts redirect from `index.html` to the folder; none redirect the other way.
    path: path === 'index.html' ? '' : path,
    integrity: `sha256-${sha256(readFileSync(file)).toString('base64')}`,
    ...(WHEN_ASKED.test(path) && { whenAsked: true }),
  };
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
