import { expect, it } from 'vitest';
import { keyAt } from './keyAt';
import { RollGeometry } from './rollGeometry';

/** Rows of 10 pixels below a ruler of 20: pitch 71 at 20..30, 70 (black) at 30..40. */
const geometry = new RollGeometry(
  { width: 400, height: 300, keyboard: 100, ruler: 20, overview: 30 },
  { leftTick: 0, pixelsPerTick: 1, topPitch: 72, rowHeight: 10 },
);

it('finds white keys, black keys, and the white ones beyond black keys', () => {
  expect(keyAt(geometry, 10, 25)).toBe(71);
  expect(keyAt(geometry, 10, 35)).toBe(70);
  expect(keyAt(geometry, 90, 31)).toBe(71);
  expect(keyAt(geometry, 90, 39)).toBe(69);
  expect(keyAt(geometry, 99, 75)).toBe(66 + 1);
});

it('finds none beside the keyboard', () => {
  expect(keyAt(geometry, 10, 10)).toBeUndefined();
  expect(keyAt(geometry, 101, 35)).toBeUndefined();
  expect(keyAt(geometry, 10, 290)).toBeUndefined();
  const low = new RollGeometry(geometry.frame, { ...geometry.view, topPitch: 5 });
  expect(keyAt(low, 10, 100)).toBeUndefined();
});
