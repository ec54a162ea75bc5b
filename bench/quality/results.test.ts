import { expect, it } from 'vitest';
import { acrossTables, qualityFile } from './results.ts';

it('takes the longest loop relative to the pieces, and the endings of the library', () => {
  const takes = {
    takes_longest_loop_bars: 8,
    takes_longest_loop_in_pieces_bars: 8,
    takes_ending_triad_share: 0.3,
  };
  expect(acrossTables(takes)).toEqual({ longest_loop_bars: 8, longest_loop_in_pieces_bars: 8 });
  const both = {
    ...takes,
    library_longest_loop_bars: 6,
    library_longest_loop_in_pieces_bars: 4,
    library_ending_triad_share: 0.9,
  };
  expect(acrossTables(both)).toEqual({
    longest_loop_bars: 6,
    longest_loop_in_pieces_bars: 4,
    ending_triad_share: 0.9,
  });
  expect(acrossTables({})).toEqual({});
});

it('writes small versions and command-line archives to separate files', () => {
  const files = [
    qualityFile(false),
    qualityFile(true),
    qualityFile(false, 'my pieces.zip'),
    qualityFile(true, 'my pieces.zip'),
  ];
  expect(files.map((file) => file.split('/').at(-1))).toEqual([
    'quality.json',
    'quality-quick.json',
    'quality-my-pieces-zip.json',
    'quality-my-pieces-zip-quick.json',
  ]);
});
