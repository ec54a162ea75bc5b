import { join } from 'node:path';
import { defineConfig } from 'vite';
import { isolationHeaders } from '../src/offline/headers.ts';

/** Builds and serves the page that the benchmarks run in: isolated, so that threads work. */
export default defineConfig({
  root: join(import.meta.dirname, 'page'),
  base: './',
  worker: { format: 'es' },
  preview: { headers: isolationHeaders, host: 'localhost' },
  build: {
    target: 'es2022',
    outDir: join(import.meta.dirname, 'results/page'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
  },
});
