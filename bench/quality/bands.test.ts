import { describe, expect, it } from 'vitest';
import { bandOf, farFromMean, type Group, outside } from './bands.ts';
import { MEASURES, type Measure } from './measures.ts';

function group(values: Partial<Record<Measure, number[]>>): Group {
  return {
    name: 'group',
    values: new Map(MEASURES.map((measure) => [measure, values[measure] ?? [1]])),
    valid: 1,
    count: 1,
  };
}

describe('bands', () => {
  it('extend a little beyond real music, but not below zero', () => {
    const real = group({ polyphony: Array.from({ length: 101 }, (_, i) => i / 100) });
    const { low, high } = bandOf(real, 'polyphony');
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.95 + 0.15 * 0.9);
  });

  it('leave room for chance in the share of few pieces, and have no upper limit', () => {
    const real = group({ endsOnTonicTriad: [1, 1, 1, 0], startsOnGrid: [1, 1, 1, 1] });
    expect(bandOf(real, 'endsOnTonicTriad').low).toBeCloseTo(0.75 - 1.645 * Math.sqrt(0.1875 / 4));
    expect(bandOf(real, 'endsOnTonicTriad').high).toBe(1);
    expect(bandOf(real, 'startsOnGrid').low).toBeCloseTo(0.85);
  });
});

it('names measures outside their band or far from the mean', () => {
  const real = group({ polyphony: [2, 2, 4, 4], inBestScale: [0.9, 0.9] });
  const ours = group({ polyphony: [2.2], inBestScale: [0.7] });
  expect(outside(ours, real)).toEqual(['inBestScale']);
  expect(farFromMean(ours, real)).toEqual(['polyphony']);
  expect(outside(real, real)).toEqual([]);
});
