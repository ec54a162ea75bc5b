import { describe, expect, it } from 'vitest';
import type { Bar } from './bars';
import { planOf } from './plan';

/** A bar of 96 ticks: keys by place. */
function bar(struck: Record<number, number[]>, ticks = 96): Bar {
  return {
    ticks,
    onsets: Object.entries(struck).map(([place, pitches]) => ({
      place: Number(place),
      notes: pitches.map((pitch) => ({ pitch, duration: 12, velocity: 16 })),
    })),
  };
}

const theme = bar({ 0: [30, 40], 24: [42], 48: [44], 72: [45] });
const other = bar({ 0: [20], 12: [21], 36: [25, 29], 60: [27] });
const words = (bars: Bar[]): string[] =>
  planOf(bars).map(({ degree, lag, shift }) => `${degree} ${lag} ${shift}`);

describe('the plan', () => {
  it('refers to the nearest of the most similar bars', () => {
    expect(words([theme, other, theme, theme])).toEqual([
      'new 0 0',
      'new 0 0',
      'same 2 0',
      'same 1 0',
    ]);
  });

  it('distinguishes a varied bar from an exact repeat', () => {
    const varied = bar({ 0: [30, 40], 24: [42], 48: [44], 72: [49] });
    expect(words([theme, varied])[1]).toBe('varied 1 0');
  });

  it('finds transposed bars', () => {
    const moved = bar({ 0: [35, 45], 24: [47], 48: [49], 72: [50] });
    expect(words([theme, other, moved])[2]).toBe('moved 2 5');
  });

  it('finds the same rhythm, up to eight bars back', () => {
    const rhythm = bar({ 0: [50], 24: [61], 48: [53], 72: [64] });
    expect(words([theme, rhythm])[1]).toBe('rhythm 1 0');
    expect(words([theme, ...Array.from({ length: 8 }, () => other), rhythm])[9]).toBe('new 0 0');
  });

  it('looks 32 bars back, across empty bars and other meters', () => {
    const silence = Array.from({ length: 31 }, () => bar({}));
    expect(words([theme, ...silence, theme])[32]).toBe('same 32 0');
    expect(words([theme, bar({}), ...silence, theme])[33]).toBe('new 0 0');
    expect(words([{ ...theme, ticks: 72 }, theme])[1]).toBe('new 0 0');
  });

  it('has empty bars as new ones', () => {
    expect(words([bar({}), bar({})])).toEqual(['new 0 0', 'new 0 0']);
  });
});
