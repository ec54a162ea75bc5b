/** A running WASM module with its memory and helper threads, and the current one of this realm. */

import { t } from '../../texts/t';
import { type BuildName, chooseBuild, hasRelaxedSimd, hasSharedMemory } from './builds';
import { PHASES, type Phase } from './fields';
import { Heap } from './heap';
import { createMemory } from './memory';
import { HelperPool } from './pool';

/** What the module exports; `assembly/index.ts` documents it. */
export interface KernelExports {
  run(phase: number, call: number, thread: number): void;
  tanhArray(at: number, count: number): void;
  sigmoidArray(at: number, count: number): void;
  expArray(at: number, count: number): void;
  sumOfSquares(at: number, count: number): number;
  adamUpdate(
    value: number,
    m: number,
    v: number,
    gradient: number,
    count: number,
    scale: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
  ): void;
  matMul(
    out: number,
    a: number,
    b: number,
    m: number,
    k: number,
    n: number,
    transposeA: number,
    transposeB: number,
    aPanels: number,
    aStride: number,
    bPanels: number,
    bStride: number,
    panel: number,
  ): void;
  packDense(panels: number, kernel: number, inputs: number, outputs: number): void;
  dense(
    output: number,
    bias: number,
    input: number,
    panels: number,
    inputs: number,
    outputs: number,
  ): void;
  repeatProduct(at: number, rows: number, depth: number, times: number): void;
}

export interface WasmOptions {
  /** Threads, this one included. Default: every logical core, 8 at most. One without isolation. */
  threads?: number;
  /** Fused multiply-add where the engine has it. Default true. */
  relaxed?: boolean;
  /** Loads a build. Default: a fetch of the app's own file. */
  load?: (name: BuildName) => Promise<BufferSource>;
  /** Milliseconds without any progress after which a helper counts as lost. */
  stallLimit?: number;
}

/** The first page holds the module's own data. */
const HEAP_START = 65536;
const MOST_THREADS = 8;
const STALL_LIMIT = 5000;

export class WasmEngine {
  readonly build: BuildName;
  readonly heap: Heap;
  readonly exports: KernelExports;
  readonly #pool: HelperPool | undefined;
  #disposed = false;

  private constructor(
    build: BuildName,
    memory: WebAssembly.Memory,
    exports: KernelExports,
    pool: HelperPool | undefined,
  ) {
    this.build = build;
    this.heap = new Heap(memory, HEAP_START);
    this.exports = exports;
    this.#pool = pool;
  }

  static async start(options: WasmOptions): Promise<WasmEngine> {
    const threads = options.threads ?? defaultThreads();
    const shared = threads > 1 && hasSharedMemory();
    const build = chooseBuild(shared, (options.relaxed ?? true) && hasRelaxedSimd());
    const load = options.load ?? fetchBuild;
    const module = await WebAssembly.compile(await load(build));
    const memory = createMemory(shared);
    const instance = await WebAssembly.instantiate(module, { env: { memory, abort } });
    const pool = shared
      ? await HelperPool.start(module, memory, threads - 1, options.stallLimit ?? STALL_LIMIT)
      : undefined;
    return new WasmEngine(build, memory, kernelExports(instance), pool);
  }

  get threads(): number {
    return 1 + (this.#pool?.helpers ?? 0);
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  /**
   * Runs one phase of a call on all threads and waits for them. `progressAt` is the address of the
   * first thread's progress counter, `stride` the bytes from one to the next.
   * @throws Error when a helper thread is lost, which ends the engine.
   */
  run(phase: Phase, call: number, progressAt: number, stride: number): void {
    if (this.#disposed) throw new Error('The WASM kernels have been disposed');
    const number = PHASES.indexOf(phase);
    if (this.#pool === undefined) {
      this.exports.run(number, call, 0);
      return;
    }
    try {
      this.#pool.fork(number, call, progressAt, stride);
      this.exports.run(number, call, 0);
      this.#pool.join();
    } catch (error) {
      // Threads may still write to this memory, so its content is void.
      this.dispose();
      throw error;
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#pool?.dispose();
  }
}

function defaultThreads(): number {
  return Math.min(globalThis.navigator?.hardwareConcurrency ?? 1, MOST_THREADS);
}

function abort(): never {
  throw new Error('A WASM kernel aborted');
}

function kernelExports(instance: WebAssembly.Instance): KernelExports {
  const { exports } = instance;
  const names = [
    'run',
    'tanhArray',
    'sigmoidArray',
    'expArray',
    'sumOfSquares',
    'adamUpdate',
    'matMul',
    'packDense',
    'dense',
    'repeatProduct',
  ] as const satisfies (keyof KernelExports)[];
  const call = (name: (typeof names)[number]) => {
    const value = exports[name];
    if (typeof value !== 'function') throw new TypeError(`The WASM module exports no ${name}`);
    return (...args: number[]): number => value(...args);
  };
  const [
    run,
    tanhArray,
    sigmoidArray,
    expArray,
    sumOfSquares,
    adamUpdate,
    matMul,
    packDense,
    dense,
    repeatProduct,
  ] = names.map(call);
  return {
    run,
    tanhArray,
    sigmoidArray,
    expArray,
    sumOfSquares,
    adamUpdate,
    matMul,
    packDense,
    dense,
    repeatProduct,
  };
}

async function fetchBuild(name: BuildName): Promise<ArrayBuffer> {
  const { buildUrls } = await import('./urls');
  const response = await fetch(buildUrls[name]);
  if (!response.ok) throw new Error(t('engine.kernelsNotLoaded', { status: response.status }));
  return response.arrayBuffer();
}

let current: WasmEngine | undefined;

/**
 * Loads the WASM kernels and starts their helper threads; a previous engine ends, with its saved
 * data. Must resolve before an op runs on tfjs's 'wasm' backend.
 */
export async function prepareWasmKernels(options: WasmOptions = {}): Promise<WasmEngine> {
  disposeWasmKernels();
  const engine = await WasmEngine.start(options);
  current?.dispose();
  current = engine;
  return engine;
}

/** Ends the helper threads. `prepareWasmKernels` starts new ones. */
export function disposeWasmKernels(): void {
  current?.dispose();
  current = undefined;
}

/** Whether the kernels are loaded and all their threads alive. */
export function wasmKernelsReady(): boolean {
  return current !== undefined && !current.disposed;
}

/** @throws Error when `prepareWasmKernels` has not run, or a lost thread has ended the engine. */
export function wasmEngine(): WasmEngine {
  if (current === undefined) {
    throw new Error('The WASM kernels are not loaded: prepareWasmKernels() comes first');
  }
  if (current.disposed) {
    throw new Error('The WASM kernels have stopped: prepareWasmKernels() starts them again');
  }
  return current;
}
