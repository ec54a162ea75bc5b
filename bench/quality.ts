/**
 * Quality of prediction and composition, measured with Etude's own engine in a real Chromium.
 *
 *     npm run bench:quality -- [--only chorales,mutopia,classical,few,rates,takes,library,start-takes,start-own,start-library,throughput,first-music] [--quick]
 *     npm run bench:quality -- --pieces FILE.zip [--only pieces,takes] [--quick]
 *
 * The second form measures nats per note on every tenth piece, and takes, for any archive of MIDI
 * files, and writes a separate result file named after it.
 */
import { existsSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { commandOptions, flag, text } from '../scripts/commandLine';
import { openSession, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { formatTable } from './harness/table';
import type { Part, PartContext } from './quality/part';
import { partsOf, parts as standardParts } from './quality/parts';
import { qualityFile, readQuality, writeQuality } from './quality/results';

const { pieces, only, quick } = commandOptions({
  pieces: text(undefined),
  only: text(undefined),
  quick: flag(),
});
if (pieces && !existsSync(pieces)) {
  console.error(`There is no file "${pieces}".`);
  process.exit(2);
}
const parts = pieces ? partsOf(pieces) : standardParts;
const file = qualityFile(quick, pieces && basename(pieces));
const names = parts.map(({ name }) => name);
const wanted = only?.split(',') ?? names;
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`--only must be some of ${names.join(', ')}, not "${unknown.join(', ')}".`);
  process.exit(2);
}

async function run(part: Part, context: PartContext): Promise<void> {
  const { quick } = context;
  console.info(`\n${part.title}${quick ? ' (quick)' : ''} ...`);
  const { figures, table } = await part.measure(context);
  console.info(formatTable({ title: part.title, header: table.head, rows: table.rows }));
  const earlier = readQuality(file);
  const measured = { title: part.title, date: new Date().toISOString(), table };
  writeQuality(file, {
    ...earlier,
    ...figures,
    parts: { ...earlier.parts, [part.name]: { ...measured, machine: context.machine } },
  });
}

const machine = describeMachine();
const site = await serveSite();
try {
  for (const part of parts.filter(({ name }) => wanted.includes(name))) {
    // A new browser for each part, so that none inherits another's memory.
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
console.info(`\nWritten to ${relative(process.cwd(), file)}`);
