import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/contentSecurityPolicy.ts';
import { linkPreview } from './scripts/linkPreview.ts';
import { serviceWorker } from './scripts/serviceWorker.ts';
import { isolationHeaders, securityHeaders } from './src/offline/headers.ts';

export default defineConfig({
  // Relative paths: the built app works from any folder of any static host.
  base: './',
  plugins: [react(), contentSecurityPolicy(), linkPreview(), serviceWorker()],
  define: {
    ETUDE_START_MODEL: JSON.stringify(
      existsSync(join(import.meta.dirname, 'public/models/etude-start.json')),
    ),
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // Reached only from workers and late imports: found in mid-visit they would reload the page.
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
      '@tonejs/midi/dist/Midi.js',
      'abcjs/src/parse/abc_parse.js',
      'fflate',
      'midi-file',
      'musicxml-io/browser',
      'opensheetmusicdisplay',
      'pure-rand/generator/xoroshiro128plus',
      'tone',
    ],
  },
  server: {
    // Thousands of files that are no part of the app.
    watch: { ignored: ['**/bench/*/.venv/**', '**/bench/results/**'] },
    headers: isolationHeaders,
  },
  preview: { headers: securityHeaders },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    // WASM stays a file of its own, so that it streams and needs no data: address.
    assetsInlineLimit: 0,
  },
});
