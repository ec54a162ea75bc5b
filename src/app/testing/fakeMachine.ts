/** A scripted browser and its engines: storage, address, adapter, trials. */
import { vi } from 'vitest';
import type { BackendName, EngineMeasurement } from '../../engine/engineReport';
import type { Request } from '../../worker/protocol';

/** Outcome of an engine trial. */
export interface FakeTrial {
  /** Duration in milliseconds. Default: it never ends. */
  after?: number;
  notesPerSecond?: number;
  /** Reason of a failure. Default: it succeeds. */
  reason?: string;
  software?: boolean;
}

export class FakeMachine {
  /** Content of localStorage. */
  readonly kept = new Map<string, string>();
  /** Trials started, in order. */
  readonly begun: BackendName[] = [];
  /** Number of live workers. */
  running = 0;
  renderer = 'ANGLE (ACME, ACME Thunder 9, OpenGL 4.6)';
  address = '';
  storageRefuses = false;
  #trials: Partial<Record<BackendName, FakeTrial[]>> = {};

  /** Scripts the trials of an engine; the last one repeats. */
  script(backend: BackendName, ...trials: FakeTrial[]): void {
    this.#trials[backend] = trials;
  }

  /** Replaces the browser until `vi.unstubAllGlobals`. */
  install(): void {
    const storage = {
      getItem: (key: string) => this.#storage().get(key) ?? null,
      setItem: (key: string, value: string) => this.#storage().set(key, value),
    };
    const { machine, context } = { machine: this, context: this.#context() };
    vi.stubGlobal('localStorage', storage);
    vi.stubGlobal('navigator', { userAgent: 'Testing/1', hardwareConcurrency: 2 });
    vi.stubGlobal('crossOriginIsolated', true);
    vi.stubGlobal('location', {
      get search() {
        return machine.address;
      },
    });
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext(): unknown {
          return machine.renderer === '' ? null : context;
        }
      },
    );
  }

  readonly createWorker = (): Worker => new FakeWorker(this);

  nextTrial(backend: BackendName): FakeTrial {
    this.begun.push(backend);
    const [trial, ...further] = this.#trials[backend] ?? [{}];
    if (further.length > 0) this.#trials[backend] = further;
    return trial;
  }

  #storage(): Map<string, string> {
    if (this.storageRefuses) throw new DOMException('Refused.', 'SecurityError');
    return this.kept;
  }

  #context(): unknown {
    return {
      RENDERER: 1,
      getExtension: () => null,
      getParameter: () => this.renderer,
    };
  }
}

class FakeWorker extends EventTarget implements Worker {
  readonly #machine: FakeMachine;
  #ended = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  constructor(machine: FakeMachine) {
    super();
    this.#machine = machine;
    machine.running++;
  }

  postMessage(request: Request): void {
    if (request.kind !== 'start' || request.job !== 'probe') return;
    const { id } = request;
    const { backend } = request.input;
    const trial = this.#machine.nextTrial(backend);
    if (trial.after === undefined) return;
    setTimeout(() => {
      if (this.#ended) return;
      const data =
        trial.reason === undefined
          ? { kind: 'done', id, output: measurement(backend, trial) }
          : { kind: 'failed', id, reason: trial.reason };
      this.dispatchEvent(new MessageEvent('message', { data }));
    }, trial.after);
  }

  terminate(): void {
    if (!this.#ended) this.#machine.running--;
    this.#ended = true;
  }
}

function measurement(
  backend: BackendName,
  { notesPerSecond = 1000, software = false }: FakeTrial,
): EngineMeasurement {
  const adapter = `the fake ${backend}`;
  return { backend, adapter, software, threads: backend === 'wasm' ? 2 : 1, notesPerSecond };
}
