/** The parts of the benchmark of quality, each of which can be run alone. */
import type { Worker } from 'playwright';
import type { Machine } from '../harness/machine';
import { chorales } from './partChorales';
import { firstMusic } from './partFirstMusic';
import { heldOut } from './partHeldOut';
import { library, takes } from './partTakes';
import { throughput } from './partThroughput';

export interface PartContext {
  /** Has `globalThis.quality`. */
  worker: Worker;
  machine: Machine;
  /** A small version: to see that it runs, not to be reported. */
  quick: boolean;
}

export interface PartResult {
  /** Go into the result file as they are. */
  figures: Record<string, number | string>;
  table: { head: string[]; rows: string[][] };
}

export interface Part {
  name: string;
  title: string;
  measure(context: PartContext): Promise<PartResult>;
}

export const parts: readonly Part[] = [
  chorales,
  heldOut('mutopia', 'mutopia-public-domain.zip', { epochs: 40 }),
  heldOut('classical', 'classical-piano.zip', { epochs: 10 }),
  takes,
  library,
  throughput,
  firstMusic,
];
