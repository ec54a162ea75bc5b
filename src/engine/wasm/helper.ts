/** A helper thread: waits for a fork, does its share, reports its end. Never returns. */
import { CONTROL, type HelperStart, waitForChange } from './control';

addEventListener('message', (event: MessageEvent<HelperStart>) => {
  const { module, memory, control, thread } = event.data;
  const abort = (): never => {
    throw new Error('A WASM kernel aborted');
  };
  const { run } = new WebAssembly.Instance(module, { env: { memory, abort } }).exports;
  if (typeof run !== 'function') throw new TypeError('The WASM module exports no run');
  const words = new Int32Array(control);
  postMessage('ready');
  let generation = 0;
  for (;;) {
    waitForChange(words, CONTROL.generation, generation, Number.POSITIVE_INFINITY);
    const latest = Atomics.load(words, CONTROL.generation);
    if (latest === generation) continue;
    generation = latest;
    try {
      run(Atomics.load(words, CONTROL.phase), Atomics.load(words, CONTROL.call), thread);
    } catch {
      Atomics.add(words, CONTROL.failed, 1);
    }
    Atomics.sub(words, CONTROL.pending, 1);
    Atomics.notify(words, CONTROL.pending);
  }
});
