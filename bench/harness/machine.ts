/** Description of the measured machine. */
import { cpus, totalmem } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  /** Name and version. Default: none (no browser was used). */
  browser?: string;
  /** Graphics adapter of WebGL. Default: none (WebGL was not used). */
  gpu?: string;
  /** Processor load by other processes just before the benchmark, 0..1. */
  busyAtStart: number;
}

/** Load above which figures are marked as rough. */
const QUIET = 0.1;
const LOOK_MS = 2000;

export function isQuiet({ busyAtStart }: Machine): boolean {
  return busyAtStart <= QUIET;
}

/** Measures the load of other processes for two seconds and warns; call it before the work. */
export function describeMachine(): Machine {
  const before = processorTimes();
  sleep(LOOK_MS);
  const after = processorTimes();
  const busy = 1 - (after.idle - before.idle) / (after.all - before.all);
  const [first] = cpus();
  const machine: Machine = {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    busyAtStart: Math.round(busy * 100) / 100,
  };
  if (!isQuiet(machine)) {
    console.warn(`Others use ${Math.round(busy * 100)}% of this machine: the figures are rough.\n`);
  }
  return machine;
}

/** Milliseconds since the machine started, summed over its cores. */
function processorTimes(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.idle + times.irq;
  }
  return { idle, all };
}

/** Blocks this thread, milliseconds. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
