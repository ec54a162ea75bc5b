import { expect, it } from 'vitest';
import { RollController } from './rollController';
import { RollLink } from './rollLink';
import { makeScene } from './rollScene';

const notes = Array.from({ length: 64 }, (_, i) => ({
  tick: i * 24,
  duration: 24,
  pitch: 60 + (i % 12),
  velocity: 80,
}));

/** A roll of 16 bars; ticks per quarter note as given. */
function rollOf(ppq: number): RollController {
  const roll = new RollController(() => {});
  const scaled = notes.map((note) => ({ ...note, tick: (note.tick * ppq) / 24 }));
  const timeSignatures = [{ tick: 0, numerator: 4, denominator: 4 }];
  roll.setScene(makeScene({ notes: scaled, ppq, timeSignatures }));
  roll.resize(800, 200);
  return roll;
}

const leftQuarter = (roll: RollController, ppq: number): number => roll.geometry.ticks.from / ppq;

it('moves and zooms linked rolls together, whatever their ticks', () => {
  const link = new RollLink();
  const [upper, lower] = [rollOf(24), rollOf(480)];
  link.join(upper);
  const leave = link.join(lower);
  upper.zoom(3);
  upper.centre(24 * 32);
  expect(leftQuarter(lower, 480)).toBeCloseTo(leftQuarter(upper, 24));
  lower.pan(-100, 0);
  expect(leftQuarter(upper, 24)).toBeCloseTo(leftQuarter(lower, 480));
  expect(upper.geometry.view.pixelsPerTick * 24).toBeCloseTo(
    lower.geometry.view.pixelsPerTick * 480,
  );
  leave();
  const before = leftQuarter(lower, 480);
  upper.pan(-50, 0);
  expect(leftQuarter(lower, 480)).toBe(before);
});
