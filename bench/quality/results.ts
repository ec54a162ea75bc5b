/** Result file of the quality benchmark, which combines separately measured parts. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../harness/machine';

const FOLDER = join(import.meta.dirname, '../results');

/** Latest measurement of a part. */
export interface MeasuredPart {
  title: string;
  /** ISO 8601. */
  date: string;
  machine: Machine;
  table: { head: string[]; rows: string[][] };
}

/** Figures by name, flat, and readable tables under `parts`. */
export interface QualityResults {
  [figure: string]: unknown;
  parts: Record<string, MeasuredPart>;
}

/**
 * Result file; small versions and archives from the command line have separate ones.
 * @param archive file name. Default: the standard parts.
 */
export function qualityFile(quick: boolean, archive?: string): string {
  const parts = ['quality', archive?.replace(/\W+/g, '-'), quick && 'quick'];
  return join(FOLDER, `${parts.filter((part) => part).join('-')}.json`);
}

/** Results of parts that are not measured again are kept. */
export function readQuality(file = qualityFile(false)): QualityResults {
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { ...earlier, parts: { ...earlier.parts } };
}

export function writeQuality(file: string, results: QualityResults): void {
  mkdirSync(FOLDER, { recursive: true });
  const all = { ...results, ...acrossTables(results) };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Tables of takes that begin with the start model. */
const STARTED = ['start_alone', 'start_library'];
/** Parts whose takes are searched for loops. */
const TAKES = ['takes', 'library'];

/**
 * Summary of the measured tables of takes. The loop comes from the table where it is longest
 * relative to the loops in its pieces; the endings come from the sample library, since many pieces
 * of the other collection end in unison.
 */
export function acrossTables(figures: Record<string, unknown>): Record<string, number> {
  const across: Record<string, number> = {};
  const outside = STARTED.map((name) => figures[`${name}_takes_outside_bands`]);
  if (outside.every((count) => typeof count === 'number')) {
    across.start_takes_outside_bands = outside.reduce((sum, count) => sum + count, 0);
  }
  const triads = figures.library_ending_triad_share;
  if (typeof triads === 'number') across.ending_triad_share = triads;
  let excess = Number.NEGATIVE_INFINITY;
  for (const name of TAKES) {
    const loop = figures[`${name}_longest_loop_bars`];
    const inPieces = figures[`${name}_longest_loop_in_pieces_bars`];
    if (typeof loop !== 'number' || typeof inPieces !== 'number') continue;
    if (loop - inPieces <= excess) continue;
    excess = loop - inPieces;
    across.longest_loop_bars = loop;
    across.longest_loop_in_pieces_bars = inPieces;
  }
  return across;
}
