/** The result file of the benchmark of quality: parts are measured one by one and kept together. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../harness/machine';

const FOLDER = join(import.meta.dirname, '../results');

/** A part as it was last measured. */
export interface MeasuredPart {
  title: string;
  /** ISO 8601. */
  date: string;
  machine: Machine;
  table: { head: string[]; rows: string[][] };
}

/** Flat figures by their names, and beside them under `parts` what people read. */
export interface QualityResults {
  [figure: string]: unknown;
  parts: Record<string, MeasuredPart>;
}

/** A small version never stands in for the figures. */
export function qualityFile(quick: boolean): string {
  return join(FOLDER, quick ? 'quality-quick.json' : 'quality.json');
}

/** What earlier runs of single parts left stands until it is measured again. */
export function readQuality(quick = false): QualityResults {
  const file = qualityFile(quick);
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { ...earlier, parts: { ...earlier.parts } };
}

export function writeQuality(results: QualityResults, quick: boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(qualityFile(quick), `${JSON.stringify(results, null, 2)}\n`);
}
