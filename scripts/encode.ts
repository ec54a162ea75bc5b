/**
 * Encodes folders of music of any size, in all cores, into the shards that a kit's `train.py` reads.
 *
 *     npm run encode -- MUSIC [MORE...] OUT [--encoding form] [--validation 0.1] [--processes N]
 *
 * Files are read as the app reads them. The same command goes on where an interrupted one stopped.
 * `OUT/left-out.tsv` names each file that was not encoded, with the reason.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { encodings } from '../src/music/encoding';
import { ENCODING_NAME, encodingAbout } from '../src/training/kit/shards';
import { positive, readCommandLine, text, whole } from './commandLine';
import { encodingNamed } from './encode/batch';
import { batchesOf } from './encode/batches';
import { EncodePool } from './encode/pool';
import type { BatchReport } from './encode/report';

const line = readCommandLine(
  {
    encoding: text('form'),
    validation: positive(),
    processes: whole(cpus().length),
  },
  process.argv.slice(2),
  true,
);
if (!line.ok) fail(line.reason);
const { encoding, validation = 0.1, processes } = line.values;
const folders = line.positionals.slice(0, -1);
const [out] = line.positionals.slice(-1);
if (folders.length === 0) fail('Name a folder of music and a folder for the result.');
const missing = folders.find((folder) => !existsSync(folder));
if (missing !== undefined) fail(`There is no folder ${missing}.`);
const named = encodingNamed(encoding);
if (!named) fail(`--encoding must be one of ${Object.keys(encodings)}.`);
if (validation >= 1) fail('--validation must be below 1.');

/** Time between two lines of progress, milliseconds. */
const TELL_EVERY = 5000;

const began = performance.now();
const sum = { files: 0, kept: 0, pieces: 0, notes: 0, fresh: 0, leftOut: 0, batches: 0 };
let mostMemory = 0;
let toldAt = began;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, ENCODING_NAME), JSON.stringify(encodingAbout(named)));
const leftOut: string[] = [];
const pool = new EncodePool({ out, encoding, validation }, processes, take);
for await (const batch of batchesOf(folders, out)) await pool.encode(batch);
await pool.end();
if (sum.files === 0) fail(`There are no files in ${folders.join(', ')}.`);
removeLeftovers();
tell();
leftOut.sort();
writeFileSync(join(out, 'left-out.tsv'), leftOut.map((each) => `${each}\n`).join(''));
console.log(`${leftOut.length} files were left out: ${join(out, 'left-out.tsv')}`);

function take(report: BatchReport, memory?: number): void {
  sum.batches++;
  sum.files += report.files;
  sum.pieces += report.pieces;
  sum.notes += report.notes;
  if (memory === undefined) sum.kept += report.files;
  else sum.fresh += report.notes;
  for (const { file, reason } of report.leftOut) leftOut.push(`${file}\t${reason}`);
  mostMemory = Math.max(mostMemory, memory ?? 0);
  if (performance.now() - toldAt > TELL_EVERY) tell();
}

/** Removes what an earlier run over more files wrote beyond the last batch. */
function removeLeftovers(): void {
  for (const name of readdirSync(out)) {
    const [, number] =
      /^(?:batch|training|validation)-(\d{6})\.(?:json|rows\.npy|index\.npy|names\.json)$/.exec(
        name,
      ) ?? [];
    if (number !== undefined && Number(number) >= sum.batches) rmSync(join(out, name));
  }
}

function tell(): void {
  toldAt = performance.now();
  const seconds = (toldAt - began) / 1000;
  console.log(
    `${sum.files} files (${sum.kept} from before), ${sum.pieces} pieces, ${sum.notes} notes, ` +
      `${Math.round(sum.fresh / seconds)} notes/s, at most ${Math.round(mostMemory / 2 ** 20)} MiB a process`,
  );
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}
