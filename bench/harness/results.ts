/** The result files: what was measured, where and when, and what was not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Machine } from './machine';
import { figure, formatTable } from './table';

const FOLDER = join(import.meta.dirname, '../results');

export interface Results {
  /** ISO 8601. */
  date: string;
  machine: Machine;
  /** The name ends in the unit: `_ms` (milliseconds), `_flops` (FLOP/s), `_per_second`. */
  medians: Record<string, number>;
  /** Larger is better for Etude. */
  ratios: Record<string, number>;
  /** Ratios that could not be had, and why. */
  missing: Record<string, string>;
  /** Every value that a median was taken of, in the order of the rounds. */
  samples?: Record<string, number[]>;
}

/** Divides two medians; says so under `missing` where one of them is not there. */
export function setRatio(
  results: Results,
  name: string,
  numerator: string,
  denominator: string,
): void {
  const absent = [numerator, denominator].filter((key) => results.medians[key] === undefined);
  if (absent.length > 0) {
    results.missing[name] = `not measured: ${absent.join(', ')}`;
    return;
  }
  results.ratios[name] = results.medians[numerator] / results.medians[denominator];
}

/** Prints the ratios, and writes `bench/results/<name>.json`. */
export function publish(name: string, results: Results): void {
  console.log(
    formatTable(
      ['ratio', 'value'],
      [
        ...Object.entries(results.ratios).map(([key, value]) => [key, figure(value)]),
        ...Object.entries(results.missing).map(([key, reason]) => [key, reason]),
      ],
    ),
  );
  const { cpu, cores, memoryGiB, browser, gpu } = results.machine;
  const parts = [`${cpu}, ${cores} cores, ${memoryGiB} GiB`, browser, gpu && `WebGL on ${gpu}`];
  console.log(`\n${parts.filter((part) => part).join('; ')}; ${results.date}`);
  const path = join(FOLDER, `${name}.json`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written to ${relative(process.cwd(), path)}`);
}
