/** What a part of the benchmark of quality is: the contract between the parts and their command. */
import type { Worker } from 'playwright';
import type { Machine } from '../harness/machine';

export interface PartContext {
  /** Has `globalThis.quality`. */
  worker: Worker;
  machine: Machine;
  /** A small version: to see that it runs, not to be reported. */
  quick: boolean;
}

/** Flat figures by their names, as the result file holds them. */
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
