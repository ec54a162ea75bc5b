/**
 * Writes the tables of the latest results into `docs/benchmarks.md`, and those of the quality
 * benchmark into `docs/model.md`, each between the two comments with its name. Leaves out speeds
 * that were measured while other processes used the machine.
 *
 *     npm run bench:report -- [--rough]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOptions, flag } from '../scripts/commandLine';
import { isQuiet, type Machine } from './harness/machine';
import { replaceSection } from './harness/page';
import { type Benchmark, benchmarks, origin, ratioTable, readResults } from './harness/results';
import { markdownTable } from './harness/table';
import { type MeasuredPart, readQuality } from './quality/results';

/** Parts of the quality benchmark whose figures depend on the load of the machine. */
const TIMED_PARTS = ['throughput', 'first-music'];

/** `--rough` includes figures from a busy machine. */
const { rough } = commandOptions({ rough: flag() });

writePage('benchmarks.md', (page) => benchmarks.reduce(withSpeeds, page));
writePage('model.md', (page) => Object.entries(readQuality().parts).reduce(withQuality, page));

function writePage(name: string, fill: (page: string) => string): void {
  const path = join(import.meta.dirname, '../docs', name);
  writeFileSync(path, fill(readFileSync(path, 'utf8')));
}

function withSpeeds(page: string, name: Benchmark): string {
  const results = readResults(name);
  if (!results) {
    console.log(`${name}: no results; its tables stay as they are.`);
    return page;
  }
  if (isTooBusy(name, results.machine)) return page;
  const tables = [...results.tables, ratioTable(results)].filter(({ rows }) => rows.length > 0);
  const parts = [`Measured on ${origin(results)}.`, ...tables.map(markdownTable)];
  console.log(`${name}: written (${results.date})`);
  return replaceSection(page, name, parts.join('\n\n'));
}

function withQuality(page: string, [name, measured]: [string, MeasuredPart]): string {
  if (TIMED_PARTS.includes(name) && isTooBusy(name, measured.machine)) return page;
  const { title, table } = measured;
  const shown = markdownTable({ title, header: table.head, rows: table.rows });
  console.log(`${name}: written (${measured.date})`);
  return replaceSection(page, name, `Measured on ${origin(measured)}.\n\n${shown}`);
}

function isTooBusy(name: string, machine: Machine): boolean {
  if (isQuiet(machine) || rough) return false;
  console.log(`${name}: measured on a busy machine; its tables stay as they are.`);
  return true;
}
