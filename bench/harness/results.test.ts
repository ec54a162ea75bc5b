import { describe, expect, it } from 'vitest';
import { emptyResults, origin, type Results, ratioTable, setRatio } from './results';

function results(medians: Record<string, number>): Results {
  const machine = { cpu: 'a processor', cores: 2, memoryGiB: 8, busyAtStart: 0 };
  return { ...emptyResults(machine), date: '2026-01-01T00:00:00Z', medians };
}

describe('setRatio', () => {
  it('divides two medians', () => {
    const both = results({ theirs_ms: 300, ours_ms: 20 });
    setRatio(both, 'ours_vs_theirs', 'theirs_ms', 'ours_ms');
    expect(both.ratios).toEqual({ ours_vs_theirs: 15 });
    expect(both.missing).toEqual({});
  });

  it('names unmeasured medians instead of a ratio', () => {
    const one = results({ theirs_ms: 300 });
    setRatio(one, 'ours_vs_theirs', 'theirs_ms', 'ours_ms');
    expect(one.ratios).toEqual({});
    expect(one.missing).toEqual({ ours_vs_theirs: 'not measured: ours_ms' });
    expect(ratioTable(one).rows).toEqual([['ours_vs_theirs', 'not measured: ours_ms']]);
  });
});

it('states place and time, without unused parts', () => {
  expect(origin(results({}))).toBe('a processor, 2 cores, 8 GiB; 2026-01-01');
});
