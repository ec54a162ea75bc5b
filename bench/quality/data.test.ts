import { describe, expect, it } from 'vitest';
import { studio } from '../../src/music/encoding/studio.ts';
import { archiveSongs } from '../../src/music/testSongs.ts';
import { fewPieces, splitByTenth } from './data.ts';

const ids = (pieces: readonly { id: string }[]): string[] => pieces.map(({ id }) => id);

it('tests on every tenth piece and validates on every tenth of the others', () => {
  const pieces = Array.from({ length: 25 }, (_, i) => ({
    id: String(i),
    rows: { width: 1, data: new Int16Array(1) },
  }));
  const { training, validation, test } = splitByTenth(pieces);
  expect(ids(test)).toEqual(['9', '19']);
  expect(ids(validation)).toEqual(['4', '15']);
  expect(training).toHaveLength(21);
});

const hasArchive = archiveSongs('classical-piano.zip').length > 0;

describe.skipIf(!hasArchive)('few pieces of Chopin', () => {
  it('are nested draws of different sizes', () => {
    const [one, three, ten] = [1, 3, 10].map((count) => fewPieces(count, studio));
    expect([one, three, ten].map(({ training }) => training.length)).toEqual([1, 3, 10]);
    expect(ids(ten.training)).toEqual(expect.arrayContaining(ids(three.training)));
    expect(ids(three.training)).toEqual(expect.arrayContaining(ids(one.training)));
    expect(one.test).toEqual(ten.test);
  });

  it('are disjoint from the test pieces', () => {
    const { training, validation, test } = fewPieces(40, studio);
    expect([training.length, validation.length, test.length]).toEqual([40, 4, 4]);
    const all = ids([...training, ...validation, ...test]);
    expect(new Set(all).size).toBe(48);
    expect(all.every((id) => id.includes('/chopin/'))).toBe(true);
  });
});
