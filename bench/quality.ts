/**
 * How well the models predict and compose, measured with Etude's own engine in a real Chromium.
 *
 *     npm run bench:quality -- [--only chorales,mutopia,classical,takes,library,throughput,first-music] [--quick]
 */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { openSession, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { formatTable } from './harness/table';
import { type Part, type PartContext, parts } from './quality/parts';
import { qualityFile, readQuality, writeQuality } from './quality/results';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const wanted = options.only?.split(',') ?? parts.map(({ name }) => name);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part "${unknown.join(', ')}"; there are ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

async function run(part: Part, context: PartContext): Promise<void> {
  const { quick } = context;
  console.info(`\n${part.title}${quick ? ' (quick)' : ''} ...`);
  const { figures, table } = await part.measure(context);
  console.info(formatTable({ title: part.title, header: table.head, rows: table.rows }));
  const earlier = readQuality(quick);
  const measured = { title: part.title, date: new Date().toISOString(), table };
  writeQuality(
    {
      ...earlier,
      ...figures,
      parts: { ...earlier.parts, [part.name]: { ...measured, machine: context.machine } },
    },
    quick,
  );
}

const machine = describeMachine();
const site = await serveSite();
try {
  for (const part of parts.filter(({ name }) => wanted.includes(name))) {
    // A browser of its own for each part: none inherits another's memory.
    const session = await openSession(site, 'quality');
    machine.browser = `Chromium ${session.version}`;
    session.worker.on('console', (message) => console.info(`  ${message.text()}`));
    try {
      await run(part, { worker: session.worker, machine, quick: options.quick });
    } finally {
      await session.close();
    }
  }
} finally {
  await site.close();
}
console.info(`\nWritten to ${relative(process.cwd(), qualityFile(options.quick))}`);
