import { describe, expect, it } from 'vitest';
import { notesArea, type RollFrame, RollGeometry } from './rollGeometry';
import {
  clampView,
  firstView,
  fitView,
  pageTo,
  panView,
  type RollContent,
  showsTick,
  zoomPitch,
  zoomTime,
} from './rollView';

const frame: RollFrame = { width: 860, height: 400, keyboard: 60, ruler: 24, overview: 36 };
const long: RollContent = { endTick: 480_000, ppq: 480, pitches: { lowest: 36, highest: 84 } };
const short: RollContent = { endTick: 7680, ppq: 480, pitches: { lowest: 60, highest: 72 } };
const empty: RollContent = { endTick: 0, ppq: 480, pitches: undefined };

describe('firstView', () => {
  it('shows all pitches used and the start of a long piece', () => {
    const view = firstView(frame, long);
    const geometry = new RollGeometry(frame, view);
    expect(geometry.pitches.lowest).toBeLessThan(36);
    expect(geometry.pitches.highest).toBeGreaterThan(84);
    expect(view.pixelsPerTick * 480).toBe(44);
    expect(geometry.xOfTick(0)).toBeCloseTo(70, 9);
  });

  it('begins where the music begins', () => {
    const late = { ...long, startTick: 240_000 };
    expect(new RollGeometry(frame, firstView(frame, late)).xOfTick(240_000)).toBeCloseTo(70, 9);
    const lateAndShort = { ...short, startTick: 480_000, endTick: 487_680 };
    const geometry = new RollGeometry(frame, firstView(frame, lateAndShort));
    expect(geometry.xOfTick(480_000)).toBeCloseTo(70, 9);
    expect(geometry.xOfTick(487_680)).toBeLessThan(frame.width);
    expect(geometry.xOfTick(487_680)).toBeGreaterThan(frame.width - 40);
  });

  it('shows a short piece whole', () => {
    const geometry = new RollGeometry(frame, firstView(frame, short));
    expect(geometry.xOfTick(7680)).toBeLessThan(frame.width);
    expect(geometry.xOfTick(7680)).toBeGreaterThan(frame.width - 40);
  });

  it('keeps rows at a readable height, with the notes in the middle', () => {
    const { topPitch, rowHeight } = firstView(frame, short);
    expect(notesArea(frame).height / rowHeight).toBeGreaterThanOrEqual(25);
    expect(topPitch - notesArea(frame).height / rowHeight / 2).toBeCloseTo(66.5, 6);
  });

  it('shows two octaves without notes', () => {
    const geometry = new RollGeometry(frame, firstView(frame, empty));
    expect(geometry.pitches.highest - geometry.pitches.lowest).toBeGreaterThan(20);
    expect(Number.isFinite(geometry.ticks.to)).toBe(true);
  });

  it('survives a frame without size', () => {
    const nothing = { width: 0, height: 0, keyboard: 60, ruler: 24, overview: 36 };
    for (const value of Object.values(firstView(nothing, long))) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });
});

describe('moving the view', () => {
  const view = firstView(frame, long);

  it('pans and stops at both ends', () => {
    const moved = clampView(frame, long, panView(view, -440, 0));
    expect(moved.leftTick - view.leftTick).toBeCloseTo(4800, 6);
    const start = clampView(frame, long, panView(moved, 1e9, 0));
    expect(start.leftTick).toBeCloseTo(view.leftTick, 6);
    const end = new RollGeometry(frame, clampView(frame, long, panView(view, -1e9, 0)));
    expect(end.xOfTick(long.endTick)).toBeLessThan(frame.width);
    expect(end.xOfTick(long.endTick)).toBeGreaterThan(frame.width / 2);
    expect(clampView(frame, long, panView(view, 0, 1e9)).topPitch).toBe(128);
  });

  it('zooms in time around the pointer', () => {
    const before = new RollGeometry(frame, view).tickOfX(500);
    const zoomed = zoomTime(frame, long, view, 2, 500);
    expect(zoomed.pixelsPerTick).toBeCloseTo(view.pixelsPerTick * 2, 9);
    expect(new RollGeometry(frame, zoomed).tickOfX(500)).toBeCloseTo(before, 6);
  });

  it('zooms out to the whole piece, and no further', () => {
    const out = zoomTime(frame, long, view, 1e-6, 500);
    expect(out.pixelsPerTick).toBeCloseTo(fitView(frame, long).pixelsPerTick, 12);
    const wide = zoomTime(frame, long, view, 1e6, 500);
    expect(wide.pixelsPerTick * 480).toBe(480);
  });

  it('zooms the rows around the pointer', () => {
    const zoomed = zoomPitch(frame, long, view, 1.5, 200);
    expect(zoomed.rowHeight).toBeCloseTo(view.rowHeight * 1.5, 9);
    const pitch = (v: typeof view): number => v.topPitch - (200 - frame.ruler) / v.rowHeight;
    expect(pitch(zoomed)).toBeCloseTo(pitch(view), 6);
  });

  it('turns to the page on which a tick stands near the left', () => {
    expect(showsTick(frame, view, 100_000)).toBe(false);
    const page = pageTo(frame, long, view, 100_000);
    expect(showsTick(frame, page, 100_000)).toBe(true);
    expect(new RollGeometry(frame, page).xOfTick(100_000)).toBeCloseTo(60 + 48, 6);
  });
});
