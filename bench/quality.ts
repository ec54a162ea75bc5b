/**
 * How well the models predict and compose, measured with Etude's own engine in a real Chromium.
 *
 *     npm run bench:quality -- [--only chorales,mutopia,classical,takes,library,throughput,first-music] [--quick]
 */
import { relative } from 'node:path';
import { commandOptions, flag, someOf } from '../scripts/commandLine';
import { openSession, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { formatTable } from './harness/table';
import { type Part, type PartContext, parts } from './quality/parts';
import { qualityFile, readQuality, writeQuality } from './quality/results';

const { only, quick } = commandOptions({
  only: someOf(parts.map(({ name }) => name)),
  quick: flag(),
});

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
  for (const part of parts.filter(({ name }) => only.includes(name))) {
    // A browser of its own for each part: none inherits another's memory.
    const session = await openSession(site, 'quality');
    machine.browser = `Chromium ${session.version}`;
    session.worker.on('console', (message) => console.info(`  ${message.text()}`));
    try {
      await run(part, { worker: session.worker, machine, quick });
    } finally {
      await session.close();
    }
  }
} finally {
  await site.close();
}
console.info(`\nWritten to ${relative(process.cwd(), qualityFile(quick))}`);
