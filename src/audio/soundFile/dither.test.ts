import { expect, it } from 'vitest';
import { Random } from '../../music/random';
import { Ditherer } from './dither';

const FRAMES = 100_000;

function converted(left: number, right = left): Int16Array {
  const fill = (value: number): Float32Array => new Float32Array(FRAMES).fill(value);
  return new Int16Array(new Ditherer(Random.fromSeed(1)).convert(fill(left), fill(right)).buffer);
}

const mean = (values: Int16Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;

it('keeps on average what lies between two steps', () => {
  for (const steps of [0, 0.25, 0.5, -3.3, 1000.7]) {
    expect(mean(converted(steps / 0x7fff))).toBeCloseTo(steps, 2);
  }
});

it('spreads over two steps at most, with the variance of triangular dither', () => {
  const values = converted(0);
  expect(new Set(values)).toEqual(new Set([-1, 0, 1]));
  // Of the dither 1/6, of the rounding 1/12.
  expect(values.reduce((sum, x) => sum + x * x, 0) / values.length).toBeCloseTo(0.25, 2);
});

it('stops at full scale', () => {
  const values = converted(1.5, -1.5);
  expect([values[0], values[1]]).toEqual([32767, -32768]);
});
