import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Random } from '../../music/random';
import { readStartRuns, writeStartRuns } from './startRuns';

const columns = { pitchColumn: 0, timeColumn: 1 };

it('names the piece of a run, and refuses damaged files', () => {
  const random = Random.fromSeed(1);
  const piece = (): Int16Array<ArrayBuffer> =>
    Int16Array.from({ length: 800 }, (_, i) => random.below(i % 2 === 0 ? 60 : 24));
  const rows = [piece(), piece()].map((data) => ({ width: 2, data }));
  const bytes = writeStartRuns(
    rows.map((each, i) => ({ title: `Étude ${i}`, rows: each })),
    columns,
  );
  const { titles, index } = readStartRuns(bytes);
  const found = index.longest({ width: 2, data: rows[1].data.slice(100, 300) }, columns);
  expect(titles[found.piece]).toBe('Étude 1');
  expect(found.notes).toBeGreaterThan(40);
  expect(() => readStartRuns(bytes.subarray(0, 200))).toThrow('damaged');
  expect(() => readStartRuns(zipSync({ 'titles.json': new Uint8Array(2) }))).toThrow('damaged');
});
