import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { doneBefore, encodeBatch } from './batch';
import { batchesOf, type FileBatch } from './batches';

const LIBRARY = join(import.meta.dirname, '../../public/library');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'etude-encode-'));
  mkdirSync(join(folder, 'in/b'), { recursive: true });
  mkdirSync(join(folder, 'out'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function batches(): Promise<FileBatch[]> {
  const found: FileBatch[] = [];
  for await (const batch of batchesOf([join(folder, 'in')], join(folder, 'in/out'))) {
    found.push(batch);
  }
  return found;
}

it('lists files below a folder in order, a batch at a time', async () => {
  for (let i = 0; i < 130; i++) writeFileSync(join(folder, 'in/b', `${i}.mid`), 'x');
  writeFileSync(join(folder, 'in/.hidden'), 'x');
  writeFileSync(join(folder, 'in/a.mid'), 'x');
  mkdirSync(join(folder, 'in/out'));
  writeFileSync(join(folder, 'in/out/of an earlier run'), 'x');
  const found = await batches();
  expect(found.map(({ number, files }) => [number, files.length])).toEqual([
    [0, 128],
    [1, 3],
  ]);
  expect(found[0].files[0].name).toBe('a.mid');
});

it('writes shards and reasons, and knows what it has done', async () => {
  const [piece] = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));
  const bytes = readFileSync(join(LIBRARY, piece));
  writeFileSync(join(folder, 'in/b/one.mid'), bytes);
  writeFileSync(join(folder, 'in/b/same.mid'), bytes);
  writeFileSync(join(folder, 'in/letter.txt'), 'Dear reader');
  const options = { out: join(folder, 'out'), encoding: 'melody', validation: 0.5 };
  const [batch] = await batches();
  expect(doneBefore(batch, options)).toBeUndefined();
  const report = await encodeBatch(batch, options);
  expect(report).toMatchObject({ files: 3, pieces: 2, leftOut: [{ file: 'letter.txt' }] });
  expect(report.notes).toBeGreaterThan(100);
  // Copies of a work are on one side.
  const shards = readdirSync(options.out).filter((name) => name.endsWith('.rows.npy'));
  expect(shards).toHaveLength(1);
  expect(doneBefore(batch, options)).toEqual(report);
  expect(doneBefore(batch, { ...options, encoding: 'form' })).toBeUndefined();
});

const SCORE = `<?xml version="1.0"?><score-partwise version="4.0"><part-list><score-part id="P1">
<part-name>Piano</part-name></score-part></part-list><part id="P1"><measure number="1">
<attributes><divisions>1</divisions></attributes><note><pitch><step>C</step><octave>4</octave></pitch>
<duration>4</duration></note></measure></part></score-partwise>`;
const CONTAINER = '<container><rootfiles><rootfile full-path="score.xml"/></rootfiles></container>';

it('opens compressed scores, and leaves out archives and what cannot be read', async () => {
  const files = { 'META-INF/container.xml': strToU8(CONTAINER), 'score.xml': strToU8(SCORE) };
  writeFileSync(join(folder, 'in/score.mxl'), zipSync(files));
  writeFileSync(join(folder, 'in/songs.zip'), zipSync({ 'a.mid': strToU8('MThd') }));
  writeFileSync(join(folder, 'in/gone.mid'), 'x');
  const [batch] = await batches();
  rmSync(join(folder, 'in/gone.mid'));
  const gone = { path: join(folder, 'in/b'), name: 'a folder', bytes: 0 };
  const options = { out: join(folder, 'out'), encoding: 'form', validation: 0.5 };
  const report = await encodeBatch({ ...batch, files: [...batch.files, gone] }, options);
  expect(report.pieces).toBe(1);
  expect(report.leftOut.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
    expect.stringMatching(/^gone\.mid: .*could not be/i),
    'songs.zip: An archive: unpack it first.',
    expect.stringMatching(/^a folder: .*could not be/i),
  ]);
});

it('leaves no shard of an earlier run with other options', async () => {
  const [piece] = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));
  writeFileSync(join(folder, 'in/one.mid'), readFileSync(join(LIBRARY, piece)));
  const [batch] = await batches();
  const options = { out: join(folder, 'out'), encoding: 'melody', validation: 1 };
  await encodeBatch(batch, options);
  expect(existsSync(join(options.out, 'validation-000000.rows.npy'))).toBe(true);
  await encodeBatch(batch, { ...options, validation: 1e-9 });
  expect(readdirSync(options.out).filter((name) => name.startsWith('validation'))).toEqual([]);
  expect(existsSync(join(options.out, 'training-000000.rows.npy'))).toBe(true);
});

it('costs a file that ends its process nothing but itself', async () => {
  const [piece] = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));
  writeFileSync(join(folder, 'in/one.mid'), readFileSync(join(LIBRARY, piece)));
  writeFileSync(join(folder, 'in/two.mid'), readFileSync(join(LIBRARY, piece)));
  const [batch] = await batches();
  const files = batch.files.map((file, i) => ({ ...file, endedProcess: i === 0 }));
  const options = { out: join(folder, 'out'), encoding: 'melody', validation: 0.5 };
  const report = await encodeBatch({ ...batch, files }, options);
  expect(report).toMatchObject({ pieces: 1, leftOut: [{ file: 'one.mid' }] });
});
