import { expect, it } from 'vitest';
import { groupAt, groupBars, groupTicks, markedGroup } from './rollForm';

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

it('finds the bars of a group, and the group that is exactly the marked bars', () => {
  expect(groupBars(form, 1)).toEqual({ from: 4, to: 6 });
  expect(groupBars(form, -1)).toBeUndefined();
  expect(markedGroup(form, { from: 4, to: 6 })).toBe(1);
  expect(markedGroup(form, { from: 3, to: 6 })).toBe(-1);
  expect(markedGroup(form, undefined)).toBe(-1);
});
