import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TempoChange } from './song';
import { TempoMap } from './tempoMap';
import { secondsToTick, tickToSeconds } from './time';

const tempos: TempoChange[] = [
  { tick: 0, microsecondsPerQuarter: 600_000 },
  { tick: 960, microsecondsPerQuarter: 300_000 },
  { tick: 1440, microsecondsPerQuarter: 1_000_000 },
];

describe('TempoMap', () => {
  it('counts seconds through tempo changes', () => {
    const map = new TempoMap(tempos, 480);
    expect(map.secondsAt(0)).toBe(0);
    expect(map.secondsAt(960)).toBeCloseTo(1.2, 12);
    expect(map.secondsAt(1440)).toBeCloseTo(1.5, 12);
    expect(map.secondsAt(1920)).toBeCloseTo(2.5, 12);
    expect(map.tickAt(1.35)).toBeCloseTo(1200, 9);
  });

  it('plays at 120 quarter notes a minute where no tempo is given', () => {
    expect(new TempoMap([], 96).secondsAt(192)).toBe(1);
  });

  it('lets the last of several tempos at one tick win', () => {
    const map = new TempoMap([...tempos, { tick: 1440, microsecondsPerQuarter: 500_000 }], 480);
    expect(map.secondsAt(1920)).toBeCloseTo(2, 12);
  });

  it('gives the same seconds as tickToSeconds', () => {
    const change = fc.record({
      tick: fc.integer({ min: 1, max: 100_000 }),
      microsecondsPerQuarter: fc.integer({ min: 100_000, max: 2_000_000 }),
    });
    const map = fc.uniqueArray(change, { selector: (c) => c.tick, maxLength: 40 });
    fc.assert(
      fc.property(map, fc.integer({ min: 0, max: 200_000 }), (changes, tick) => {
        const all = [{ tick: 0, microsecondsPerQuarter: 500_000 }, ...changes].sort(
          (a, b) => a.tick - b.tick,
        );
        const seconds = new TempoMap(all, 480).secondsAt(tick);
        expect(seconds).toBe(tickToSeconds(tick, all, 480));
        expect(new TempoMap(all, 480).tickAt(seconds)).toBeCloseTo(
          secondsToTick(seconds, all, 480),
          6,
        );
      }),
    );
  });
});
