/** What the figures were measured on. */
import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  /** Name and version, where one took part. */
  browser?: string;
  /** The graphics adapter that WebGL ran on, where it took part. */
  gpu?: string;
  /** Processes that wanted a core when the benchmark began, averaged over a minute. */
  loadAtStart: number;
}

/** Call it before the work begins. Warns where others are using the machine. */
export function describeMachine(): Machine {
  const [first] = cpus();
  const cores = cpus().length;
  const [load] = loadavg();
  if (load > cores / 4) {
    console.warn(`This machine is busy (load ${load.toFixed(1)}): the figures will be rough.\n`);
  }
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAtStart: Math.round(load * 100) / 100,
  };
}
