import { expect, it } from 'vitest';
import { StallWatch } from './stallWatch';

/** @returns when a check every 50 milliseconds first reports a stall */
function stallsAt(progressAt: (now: number) => number, until: number): number | undefined {
  const watch = new StallWatch(5000, 0);
  for (let now = 0; now <= until; now += 50) if (watch.look(progressAt(now), now)) return now;
  return undefined;
}

it('reports no progress for longer than the limit', () => {
  expect(stallsAt(() => 7, 10_000)).toBe(5050);
  expect(stallsAt((now) => Math.min(now, 3000), 20_000)).toBe(8050);
});

it('accepts slow progress', () => {
  expect(stallsAt((now) => Math.floor(now / 4900), 60_000)).toBeUndefined();
});

it('does not take the sleep of the machine for a stall, but sees one after it', () => {
  const watch = new StallWatch(5000, 0);
  expect(watch.look(7, 50)).toBe(false);
  const woken = 8 * 60 * 60 * 1000;
  expect(watch.look(7, woken)).toBe(false);
  const later = Array.from({ length: 120 }, (_, i) => woken + 50 * (i + 1));
  expect(later.find((now) => watch.look(7, now))).toBe(woken + 5050);
});
