import { describe, expect, it } from 'vitest';
import { type Results, setRatio } from './results';

const results = (medians: Record<string, number>): Results => ({
  date: '2026-01-01T00:00:00Z',
  machine: { cpu: 'a processor', cores: 2, memoryGiB: 8, loadAtStart: 0 },
  medians,
  ratios: {},
  missing: {},
});

describe('setRatio', () => {
  it('divides two medians', () => {
    const both = results({ theirs_ms: 300, ours_ms: 20 });
    setRatio(both, 'ours_vs_theirs', 'theirs_ms', 'ours_ms');
    expect(both.ratios).toEqual({ ours_vs_theirs: 15 });
    expect(both.missing).toEqual({});
  });

  it('names what was not measured instead of making a number up', () => {
    const one = results({ theirs_ms: 300 });
    setRatio(one, 'ours_vs_theirs', 'theirs_ms', 'ours_ms');
    expect(one.ratios).toEqual({});
    expect(one.missing).toEqual({ ours_vs_theirs: 'not measured: ours_ms' });
  });
});
