/**
 * Reads memory levels of a page and its workers from outside, over the DevTools protocol and the
 * modules of the development server; the app itself contains no code for it.
 */
import type { CDPSession, Page, Worker } from 'playwright';
import type { Levels } from './levels';

interface HeapUsage {
  usedSize: number;
}

interface WorkerLevels {
  tensors: number;
  tfjsBytes: number;
  kernelBytes: number;
  kernelBytesInUse: number;
  adapterBytes: number;
}

export class MemoryGauge {
  readonly #page: Page;
  readonly #session: CDPSession;
  /** Sessions of the page's workers. */
  readonly #workers = new Set<string>();
  readonly #answers = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (answers(targetInfo.url)) this.#workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer: { id?: number; result?: unknown } = JSON.parse(message);
      if (answer.id === undefined) return;
      this.#answers.get(answer.id)?.(answer.result);
      this.#answers.delete(answer.id);
    });
  }

  static async over(page: Page): Promise<MemoryGauge> {
    const session = await page.context().newCDPSession(page);
    const gauge = new MemoryGauge(page, session);
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return gauge;
  }

  async read(): Promise<Levels> {
    const { usedSize } = await this.#settledPageHeap();
    let workerHeaps = 0;
    for (const sessionId of this.#workers) {
      await this.#ask(sessionId, 'HeapProfiler.collectGarbage');
      const usage = await this.#ask(sessionId, 'Runtime.getHeapUsage');
      if (isHeapUsage(usage)) workerHeaps += usage.usedSize;
    }
    const levels: Levels = { 'page heap': usedSize, 'worker heaps': workerHeaps };
    for (const worker of this.#page.workers()) {
      if (!answers(worker.url())) continue;
      const read = await levelsOf(worker);
      if (!read) continue;
      levels.tensors = read.tensors;
      if (read.tfjsBytes > 0) levels['tfjs WASM memory'] = read.tfjsBytes;
      if (read.kernelBytes > 0) levels['kernel WASM memory'] = read.kernelBytes;
      if (read.kernelBytesInUse > 0) levels['kernel memory in use'] = read.kernelBytesInUse;
      if (read.adapterBytes > 0) levels['adapter memory'] = read.adapterBytes;
    }
    return levels;
  }

  async #settledPageHeap(): Promise<HeapUsage> {
    // Garbage freed by the first collection may free more in the second.
    for (let i = 0; i < 3; i++) await this.#session.send('HeapProfiler.collectGarbage');
    return this.#session.send('Runtime.getHeapUsage');
  }

  #ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve) => this.#answers.set(id, resolve));
    const message = JSON.stringify({ id, method });
    return this.#session
      .send('Target.sendMessageToTarget', { sessionId, message })
      .then(() => answer);
  }
}

/** Helper threads of the kernels sleep until there is work and do not answer. */
function answers(address: string): boolean {
  return !new URL(address).pathname.includes('helper');
}

function isHeapUsage(value: unknown): value is HeapUsage {
  return typeof value === 'object' && value !== null && 'usedSize' in value;
}

/** Memory of tfjs and the kernels in the training worker; undefined for other workers. */
async function levelsOf(worker: Worker): Promise<WorkerLevels | undefined> {
  return worker.evaluate(async () => {
    // Anonymous functions only: the loader would add calls to a helper for named ones.
    const [tfjs, handler, engine] = [
      '@tensorflow_tfjs.js',
      '/worker/handlers/train.ts',
      '/lstm/wasm/engine.ts',
    ].map((part) =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .find((name) => new URL(name).pathname.includes(part)),
    );
    if (!tfjs || !handler || !engine) return undefined;
    // The same address gives the same module: the tfjs of the training.
    const tf = await import(/* @vite-ignore */ tfjs);
    const kernels = await import(/* @vite-ignore */ engine);
    const memory: { buffer?: ArrayBuffer } | undefined = tf.backend().wasm?.HEAPU8;
    const { numTensors, numBytesInGPU = 0 } = tf.memory();
    const heap = kernels.wasmKernelsReady() ? kernels.wasmEngine().heap : undefined;
    return {
      tensors: Number(numTensors),
      tfjsBytes: memory?.buffer?.byteLength ?? 0,
      // A view of a few numbers gives access to the whole memory.
      kernelBytes: heap ? Number(heap.floats(0, 1).buffer.byteLength) : 0,
      kernelBytesInUse: heap ? Number(heap.usedBytes) : 0,
      adapterBytes: Number(numBytesInGPU),
    };
  });
}
