/** Contract between the parts of the quality benchmark and its command. */
import type { Worker } from 'playwright';
import type { Machine } from '../harness/machine';

export interface PartContext {
  /** Page with `globalThis.quality`. */
  worker: Worker;
  machine: Machine;
  /** Whether to run a small version, a check that it works, not for publication. */
  quick: boolean;
}

/** Figures by name, flat, as in the result file. */
export type Figures = Record<string, number | string>;

export interface PartResult {
  figures: Figures;
  table: { head: string[]; rows: string[][] };
}

export interface Part {
  name: string;
  title: string;
  measure(context: PartContext): Promise<PartResult>;
}
