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

  it('stays where a person has scrolled while the playhead moves elsewhere', () => {
    roll.setPlaying(true);
    roll.centre(100_000);
    const { leftTick } = roll.geometry.view;
    roll.setPlayhead(5000);
    expect(roll.geometry.view.leftTick).toBe(leftTick);
  });

  it('does not move a view that a hand holds', () => {
    roll.held = true;
    const { to } = roll.geometry.ticks;
    const { leftTick } = roll.geometry.view;
    roll.setPlayhead(to - 1);
    roll.setPlayhead(to + 1);
    expect(roll.geometry.view.leftTick).toBe(leftTick);
  });

  it('does not follow where it was told not to', () => {
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

  it('keeps its place in the piece when the window changes size', () => {
    roll.centre(100_000);
    const { leftTick } = roll.geometry.view;
    roll.resize(500, 300);
    expect(roll.geometry.view.leftTick).toBeCloseTo(leftTick, 6);
  });
});
