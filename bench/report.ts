/**
 * Writes the tables of the latest results into `docs/benchmarks.md`, each between the two comments
 * that name its benchmark.
 *
 *     npm run bench:report
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceSection } from './harness/page';
import { benchmarks, origin, ratioTable, readResults } from './harness/results';
import { markdownTable } from './harness/table';

const PAGE = join(import.meta.dirname, '../docs/benchmarks.md');

let page = readFileSync(PAGE, 'utf8');
for (const name of benchmarks) {
  const results = readResults(name);
  if (!results) {
    console.log(`${name}: no results; its tables stay as they are.`);
    continue;
  }
  const tables = [...results.tables, ratioTable(results)].filter(({ rows }) => rows.length > 0);
  const parts = [`Measured on ${origin(results)}.`, ...tables.map(markdownTable)];
  page = replaceSection(page, name, parts.join('\n\n'));
  const { loadAtStart } = results.machine;
  console.log(`${name}: written (${results.date}, load at the start ${loadAtStart})`);
}
writeFileSync(PAGE, page);
