import { expect, it } from 'vitest';
import { groupAt, groupTicks } from './rollForm';

const form = {
  groups: [
    { letter: 'A', bar: 0, bars: 4 },
    { letter: 'B', bar: 4, bars: 2 },
  ],
  barTicks: 96,
};

it('finds the ticks of a group, and the group of a tick', () => {
  expect(groupTicks(form, 1)).toEqual({ from: 384, to: 576 });
  expect([0, 383, 384, 575.5, 576].map((tick) => groupAt(form, tick))).toEqual([0, 0, 1, 1, -1]);
});
