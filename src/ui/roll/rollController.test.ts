import { beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../music/song';
import { RollController, type Stale } from './rollController';
import { makeScene } from './rollScene';

const ppq = 480;
const notes: Note[] = Array.from({ length: 400 }, (_, i) => ({
  tick: i * 480,
  duration: 480,
  pitch: 48 + (i % 36),
  velocity: 80,
}));
const scene = makeScene({ notes, ppq, timeSignatures: [] });

let stale: Stale[];
let roll: RollController;

beforeEach(() => {
  stale = [];
  roll = new RollController((what) => stale.push(what));
  roll.gliding = false;
  roll.resize(860, 400);
  roll.setScene(scene);
  stale.length = 0;
});

const shows = (tick: number): boolean => {
  const { from, to } = roll.geometry.ticks;
  return tick >= from && tick <= to;
};

describe('RollController', () => {
  it('repaints only what moves while the playhead stays on its page', () => {
    roll.setPlaying(true);
    stale.length = 0;
    for (let tick = 10; tick < 4000; tick += 100) roll.setPlayhead(tick);
    expect(new Set(stale)).toEqual(new Set(['above']));
  });

  it('turns the page when the playhead leaves it', () => {
    roll.setPlaying(true);
    const { to } = roll.geometry.ticks;
    roll.setPlayhead(to - 1);
    const before = roll.geometry.view.leftTick;
    roll.setPlayhead(to + 1);
    expect(roll.geometry.view.leftTick).toBeGreaterThan(before);
    expect(shows(to + 1)).toBe(true);
  });

  it('turns back when the piece begins again', () => {
    roll.setPlayhead(roll.geometry.ticks.to + 1);
    roll.setPlayhead(0);
    expect(shows(0)).toBe(true);
  });

  it('keeps a scrolled view while the playhead moves elsewhere', () => {
    roll.setPlaying(true);
    roll.centre(100_000);
    const { leftTick } = roll.geometry.view;
    roll.setPlayhead(5000);
    expect(roll.geometry.view.leftTick).toBe(leftTick);
  });

  it('does not move a view held by a gesture', () => {
    roll.held = true;
    const { to } = roll.geometry.ticks;
    const { leftTick } = roll.geometry.view;
    roll.setPlayhead(to - 1);
    roll.setPlayhead(to + 1);
    expect(roll.geometry.view.leftTick).toBe(leftTick);
  });

  it('does not follow the playhead where that is switched off', () => {
    roll.follow = false;
    const { to } = roll.geometry.ticks;
    roll.setPlayhead(to - 1);
    roll.setPlayhead(to + 1);
    expect(shows(to + 1)).toBe(false);
  });

  it('glides to the page and arrives', () => {
    roll.gliding = true;
    const { to } = roll.geometry.ticks;
    roll.setPlayhead(to + 1);
    expect(roll.isGliding).toBe(true);
    expect(shows(to + 1)).toBe(false);
    roll.step(performance.now() + 10_000);
    expect(roll.isGliding).toBe(false);
    expect(shows(to + 1)).toBe(true);
  });

  it('keeps the view when a take has grown', () => {
    roll.centre(100_000);
    roll.select(7);
    const before = roll.geometry.view;
    const more = [...notes, { ...notes[0], tick: 400 * 480 }];
    roll.setScene(makeScene({ notes: more, ppq, timeSignatures: [] }));
    expect(roll.geometry.view).toEqual(before);
    expect(roll.selected).toBe(7);
  });

  it('keeps the view when the next note of a key ended the last one', () => {
    roll.centre(100_000);
    const before = roll.geometry.view;
    const last = notes[notes.length - 1];
    const more = [...notes.slice(0, -1), { ...last, duration: 10 }, { ...last, tick: 192_500 }];
    roll.setScene(makeScene({ notes: more, ppq, timeSignatures: [] }));
    expect(roll.geometry.view).toEqual(before);
  });

  it('lays out a growing take for its expected length', () => {
    const growing = (count: number): void =>
      roll.setScene(
        makeScene({ notes: notes.slice(0, count), ppq, timeSignatures: [], expectedEnd: 30_000 }),
      );
    growing(1);
    const { leftTick, pixelsPerTick } = roll.geometry.view;
    growing(60);
    expect(roll.scene.content.endTick).toBe(30_720);
    expect(roll.geometry.view).toMatchObject({ leftTick, pixelsPerTick });
  });

  it('makes room where a take has grown beyond the rows shown', () => {
    roll.centre(100_000);
    const { leftTick } = roll.geometry.view;
    const more = [...notes, { ...notes[0], tick: 400 * 480, pitch: 100 }];
    roll.setScene(makeScene({ notes: more, ppq, timeSignatures: [] }));
    expect(roll.geometry.view.leftTick).toBeCloseTo(leftTick, 6);
    expect(roll.geometry.pitches.highest).toBeGreaterThan(100);
  });

  it('keeps its view where a take has other notes, and lets go of the note', () => {
    const takeOf = (shown: readonly Note[], id: string): void =>
      roll.setScene(makeScene({ notes: shown, ppq, timeSignatures: [], id }));
    takeOf(notes, 'a');
    roll.centre(100_000);
    roll.select(3);
    const { leftTick } = roll.geometry.view;
    takeOf(notes.slice(1), 'a');
    expect(roll.geometry.view.leftTick).toBeCloseTo(leftTick, 6);
    expect(roll.selected).toBe(-1);
    takeOf(notes, 'b');
    expect(roll.geometry.xOfTick(0)).toBeCloseTo(70, 6);
  });

  it('begins another piece at its start', () => {
    roll.centre(100_000);
    roll.setScene(makeScene({ notes: notes.slice(1), ppq, timeSignatures: [] }));
    expect(roll.geometry.xOfTick(0)).toBeCloseTo(70, 6);
  });

  it('keeps its place in the piece when the window changes size', () => {
    roll.centre(100_000);
    const { leftTick } = roll.geometry.view;
    roll.resize(500, 300);
    expect(roll.geometry.view.leftTick).toBeCloseTo(leftTick, 6);
  });

  it('fits a piece that is shown whole into another window', () => {
    roll.fit();
    roll.resize(500, 300);
    const { geometry } = roll;
    expect(geometry.xOfTick(scene.content.endTick)).toBeLessThanOrEqual(500);
    expect(geometry.ticks.to).toBeLessThan(scene.content.endTick * 1.1);
    roll.zoom(4);
    const { pixelsPerTick } = roll.geometry.view;
    roll.resize(1200, 500);
    expect(roll.geometry.view.pixelsPerTick).toBeCloseTo(pixelsPerTick, 9);
  });
});
