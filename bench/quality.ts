/**
 * How well the models predict and compose, measured with Etude's own engine in a real Chromium.
 *
 *     npm run bench:quality -- [--only chorales,mutopia,classical,takes,library,throughput,first-music] [--quick]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSeat, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { formatTable } from './harness/table';
import { type Part, type PartContext, parts } from './quality/parts';

const FOLDER = join(import.meta.dirname, 'results');

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
/** A small version never stands in for the figures. */
const FILE = join(FOLDER, options.quick ? 'quality-quick.json' : 'quality.json');
const wanted = options.only?.split(',') ?? parts.map(({ name }) => name);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part "${unknown.join(', ')}"; there are ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

/** What earlier runs of single parts left stands until it is measured again. */
function earlier(): Record<string, unknown> {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

async function run(part: Part, context: PartContext): Promise<void> {
  console.info(`\n${part.title}${context.quick ? ' (quick)' : ''} ...`);
  const { figures, table } = await part.measure(context);
  console.info(formatTable({ title: part.title, header: table.head, rows: table.rows }));
  const results = {
    ...earlier(),
    ...figures,
    [`${part.name}_table`]: table,
    [`${part.name}_measured`]: { date: new Date().toISOString(), quick: context.quick },
    machine: context.machine,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(results, null, 2)}\n`);
}

const machine = describeMachine();
const site = await serveSite();
try {
  for (const part of parts.filter(({ name }) => wanted.includes(name))) {
    // A browser of its own for each part: none inherits another's memory.
    const seat = await openSeat(site, 'quality');
    machine.browser = `Chromium ${seat.version}`;
    seat.worker.on('console', (message) => console.info(`  ${message.text()}`));
    try {
      await run(part, { worker: seat.worker, machine, quick: options.quick });
    } finally {
      await seat.close();
    }
  }
} finally {
  await site.close();
}
console.info(`\nWritten to ${FILE.slice(process.cwd().length + 1)}`);
