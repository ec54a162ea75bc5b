/**
 * Writes the tables of the latest results into `docs/benchmarks.md`, each between the two comments
 * that name its benchmark. Leaves out what was measured while others used the machine.
 *
 *     npm run bench:report -- [--rough]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isQuiet } from './harness/machine';
import { replaceSection } from './harness/page';
import { benchmarks, origin, ratioTable, readResults } from './harness/results';
import { markdownTable } from './harness/table';

const PAGE = join(import.meta.dirname, '../docs/benchmarks.md');

const { values: options } = parseArgs({
  options: {
    /** Writes figures of a busy machine too. */
    rough: { type: 'boolean', default: false },
  },
});
let page = readFileSync(PAGE, 'utf8');
for (const name of benchmarks) {
  const results = readResults(name);
  if (!results) {
    console.log(`${name}: no results; its tables stay as they are.`);
    continue;
  }
  if (!isQuiet(results.machine) && !options.rough) {
    console.log(`${name}: measured on a busy machine; its tables stay as they are.`);
    continue;
  }
  const tables = [...results.tables, ratioTable(results)].filter(({ rows }) => rows.length > 0);
  const parts = [`Measured on ${origin(results)}.`, ...tables.map(markdownTable)];
  page = replaceSection(page, name, parts.join('\n\n'));
  console.log(`${name}: written (${results.date})`);
}
writeFileSync(PAGE, page);
