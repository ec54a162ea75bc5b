/**
 * Starts the candidate named in the address, in a worker as the app does. The title reports that it
 * is ready; the benchmark then talks to the worker directly.
 */
const start: Record<string, () => Worker> = {
  '#ours': () =>
    new Worker(new URL('./ours.ts', import.meta.url), { type: 'module', name: 'candidate' }),
  '#quality': () =>
    new Worker(new URL('./quality.ts', import.meta.url), { type: 'module', name: 'quality' }),
  '#pretrain': () =>
    new Worker(new URL('./pretrain.ts', import.meta.url), { type: 'module', name: 'pretrain' }),
  '#tf-layers': () =>
    new Worker(new URL('./tfLayers.ts', import.meta.url), { type: 'module', name: 'candidate' }),
};

const worker = start[location.hash]();
worker.addEventListener('message', () => {
  document.title = 'ready';
});
worker.addEventListener('error', (event) => {
  document.title = `failed: ${event.message}`;
});
