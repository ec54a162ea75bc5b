import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Cross-origin isolation: SharedArrayBuffer, and with it the kernels' helper threads, exist only
 * in pages that are served with these.
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  // Relative paths: the built app works from any folder of any static host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  optimizeDeps: {
    // Reached only from workers and late imports: found in mid-visit they would reload the page.
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
      'fflate',
      'pure-rand/generator/xoroshiro128plus',
      'tone',
    ],
  },
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 2000,
    // WASM stays a file of its own, so that it streams and needs no data: address.
    assetsInlineLimit: 0,
  },
});
