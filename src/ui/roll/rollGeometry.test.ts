import { describe, expect, it } from 'vitest';
import { type RollFrame, RollGeometry, type RollView } from './rollGeometry';

const frame: RollFrame = { width: 660, height: 364, keyboard: 60, ruler: 24, overview: 40 };
const view: RollView = { leftTick: 480, pixelsPerTick: 0.1, topPitch: 84, rowHeight: 10 };
const geometry = new RollGeometry(frame, view);

describe('RollGeometry', () => {
  it('puts the left edge beside the keyboard', () => {
    expect(geometry.xOfTick(480)).toBe(60);
    expect(geometry.xOfTick(1480)).toBe(160);
    expect(geometry.tickOfX(160)).toBeCloseTo(1480, 9);
    expect(geometry.ticks.from).toBe(480);
    expect(geometry.ticks.to).toBeCloseTo(6480, 9);
  });

  it('puts the highest pitch below the ruler', () => {
    expect(geometry.yOfPitch(83)).toBe(24);
    expect(geometry.yOfPitch(82)).toBe(34);
    expect(geometry.pitches).toEqual({ lowest: 54, highest: 83 });
  });

  it('counts rows that are cut', () => {
    const cut = new RollGeometry(frame, { ...view, topPitch: 83.5 });
    expect(cut.pitches).toEqual({ lowest: 53, highest: 83 });
  });

  it('tells its parts apart', () => {
    expect(geometry.areaAt(10, 10)).toBe('keyboard');
    expect(geometry.areaAt(100, 10)).toBe('ruler');
    expect(geometry.areaAt(100, 100)).toBe('notes');
    expect(geometry.areaAt(10, 100)).toBe('keyboard');
    expect(geometry.areaAt(10, 350)).toBe('overview');
  });
});
