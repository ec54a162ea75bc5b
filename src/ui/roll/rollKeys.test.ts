import { beforeEach, describe, expect, it } from 'vitest';
import type { BarRange } from '../../model/composing/contract';
import type { Note } from '../../music/song';
import { RollController } from './rollController';
import { pressKey } from './rollKeys';
import { makeScene } from './rollScene';

const notes: Note[] = Array.from({ length: 40 }, (_, i) => ({
  tick: i * 480,
  duration: 480,
  pitch: 60,
  velocity: 80,
}));

let roll: RollController;
let seeks: number[];

beforeEach(() => {
  seeks = [];
  roll = new RollController(() => {});
  roll.gliding = false;
  roll.resize(600, 400);
  roll.setScene(makeScene({ notes, ppq: 480, timeSignatures: [] }));
});

const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}): boolean =>
  pressKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, roll, {
    seek: (tick) => seeks.push(tick),
    choose: (index) => roll.select(index),
  });

describe('pressKey', () => {
  it('moves the playhead by beats and bars, and to both ends', () => {
    press('ArrowRight');
    press('ArrowRight', { shiftKey: true });
    press('ArrowLeft');
    press('End');
    press('ArrowRight');
    press('Home');
    expect(seeks).toEqual([480, 1920, 1440, 19_200, 19_200, 0]);
  });

  it('keeps the playhead in view', () => {
    press('End');
    const { from, to } = roll.geometry.ticks;
    expect(from).toBeLessThan(19_200);
    expect(to).toBeGreaterThanOrEqual(19_200);
  });

  it('zooms and fits', () => {
    const first = roll.geometry.view.pixelsPerTick;
    press('+');
    expect(roll.geometry.view.pixelsPerTick).toBeGreaterThan(first);
    press('-');
    expect(roll.geometry.view.pixelsPerTick).toBeCloseTo(first, 9);
    press('0');
    expect(roll.geometry.ticks.to).toBeGreaterThanOrEqual(19_200);
  });

  it('steps through the notes from the playhead on and goes to one', () => {
    roll.setPlayhead(900);
    press('.');
    expect(roll.selected).toBe(2);
    press('.');
    press(',');
    press(',');
    expect(roll.selected).toBe(1);
    press('Enter');
    expect(seeks).toEqual([480]);
    press('Escape');
    expect(roll.selected).toBe(-1);
  });

  it('marks bars from the playhead on, to the last one, and clears the mark', () => {
    const marks: (BarRange | undefined)[] = [];
    const mark = (bars: BarRange | undefined): void => {
      marks.push(bars);
      roll.setBars(bars);
    };
    const hold = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    const pressed = (key: string): boolean =>
      pressKey({ key, ...hold }, roll, { seek: () => {}, choose: () => {}, mark });
    roll.setPlayhead(8 * 1920 + 500);
    for (let i = 0; i < 3; i++) expect(pressed('m')).toBe(true);
    expect(marks).toEqual([
      { from: 8, to: 9 },
      { from: 8, to: 10 },
      { from: 8, to: 10 },
    ]);
    roll.setPlayhead(0);
    pressed('M');
    expect(roll.bars).toEqual({ from: 0, to: 1 });
    expect(pressed('Escape')).toBe(true);
    expect(roll.bars).toBeUndefined();
    expect(pressed('Escape')).toBe(false);
    expect(press('m')).toBe(false);
  });

  it('leaves the browser its own keys', () => {
    expect(press('+', { ctrlKey: true })).toBe(false);
    expect(press('Tab')).toBe(false);
    expect(press('Escape')).toBe(false);
    expect(press('ArrowRight')).toBe(true);
  });
});
