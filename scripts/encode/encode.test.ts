import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  for await (const batch of batchesOf([join(folder, 'in')])) found.push(batch);
  return found;
}

it('lists files below a folder in order, a batch at a time', async () => {
  for (let i = 0; i < 130; i++) writeFileSync(join(folder, 'in/b', `${i}.mid`), 'x');
  writeFileSync(join(folder, 'in/.hidden'), 'x');
  writeFileSync(join(folder, 'in/a.mid'), 'x');
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
