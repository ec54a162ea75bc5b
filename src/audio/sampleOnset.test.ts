import { expect, it } from 'vitest';
import { findOnset } from './sampleOnset';

const RATE = 1000;

function recording(silence: number): Float32Array {
  return Float32Array.from({ length: 500 }, (_, i) => (i < silence ? 0.001 : 0.5));
}

it('keeps two milliseconds before the onset', () => {
  expect(findOnset([recording(20)], RATE)).toEqual({ first: 18, fade: 2 });
});

it('takes the earliest of the channels', () => {
  expect(findOnset([recording(20), recording(12)], RATE)).toEqual({ first: 10, fade: 2 });
});

it('keeps a recording that begins at once', () => {
  expect(findOnset([recording(0)], RATE)).toEqual({ first: 0, fade: 0 });
  expect(findOnset([recording(1)], RATE)).toEqual({ first: 0, fade: 1 });
});

it('keeps silence', () => {
  expect(findOnset([new Float32Array(50)], RATE)).toEqual({ first: 0, fade: 0 });
});
