/** Result files: measurements, their machine and date, and missing values. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Machine } from './machine';
import { figure, formatTable, type Table } from './table';

const FOLDER = join(import.meta.dirname, '../results');

/** Benchmarks by command and file name. */
export const benchmarks = ['train', 'generate', 'peers', 'growth', 'read', 'sound'] as const;
export type Benchmark = (typeof benchmarks)[number];

export interface Results {
  /** ISO 8601. */
  date: string;
  machine: Machine;
  /** The name ends in the unit: `_ms` (milliseconds), `_flops` (FLOP/s), `_per_second`, `_mib`. */
  medians: Record<string, number>;
  /** Larger is better for Etude. */
  ratios: Record<string, number>;
  /** Ratios that could not be measured, with reasons. */
  missing: Record<string, string>;
  /** Samples of each median, in the order of the rounds. */
  samples: Record<string, number[]>;
  /** Figures as readable tables. */
  tables: Table[];
}

/** Dated now. */
export function emptyResults(machine: Machine): Results {
  return {
    date: new Date().toISOString(),
    machine,
    medians: {},
    ratios: {},
    missing: {},
    samples: {},
    tables: [],
  };
}

/** Divides two medians; notes a missing one under `missing`. */
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

/** Ratios, with the reasons of missing ones. */
export function ratioTable({ ratios, missing }: Results): Table {
  return {
    title: 'Ratios, larger is better for Etude',
    header: ['ratio', 'value'],
    rows: [
      ...Object.entries(ratios).map(([key, value]) => [key, figure(value)]),
      ...Object.entries(missing),
    ],
  };
}

/** Machine and date in one line. */
export function origin({ machine, date }: Pick<Results, 'machine' | 'date'>): string {
  const { cpu, cores, memoryGiB, browser, gpu } = machine;
  const parts = [`${cpu}, ${cores} cores, ${memoryGiB} GiB`, browser, gpu && `WebGL on ${gpu}`];
  return `${parts.filter((part) => part).join('; ')}; ${date.slice(0, 10)}`;
}

/** Prints the tables, and writes `bench/results/<name>.json`. */
export function publish(name: Benchmark, results: Results): void {
  const tables = [...results.tables];
  const ratios = ratioTable(results);
  if (ratios.rows.length > 0) tables.push(ratios);
  for (const table of tables) console.log(`\n${formatTable(table)}`);
  console.log(`\n${origin(results)}`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(name), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written to ${relative(process.cwd(), pathOf(name))}`);
}

/** Latest results from `publish`, if any. */
export function readResults(name: Benchmark): Results | undefined {
  if (!existsSync(pathOf(name))) return undefined;
  return JSON.parse(readFileSync(pathOf(name), 'utf8'));
}

function pathOf(name: Benchmark): string {
  return join(FOLDER, `${name}.json`);
}
