/**
 * Starts the candidate named in the address, in a worker as the app does; sound files are made by
 * the page itself. The title reports that it is ready; the benchmark then talks to it directly.
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

function report(title: string): void {
  document.title = title;
}

if (location.hash === '#sound') {
  import('./sound').then(
    () => report('ready'),
    (error: unknown) => report(`failed: ${String(error)}`),
  );
} else {
  const worker = start[location.hash]();
  worker.addEventListener('message', () => report('ready'));
  worker.addEventListener('error', (event) => report(`failed: ${event.message}`));
}
