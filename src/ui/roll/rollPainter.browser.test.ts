import { expect, it } from 'vitest';
import type { Note } from '../../music/song';
import { STYLE_COUNT } from './noteStyles';
import type { RollPalette } from './palette';
import { readPalette } from './palette';
import { frameOf } from './rollController';
import { RollGeometry } from './rollGeometry';
import { RollPainter } from './rollPainter';
import { makeScene } from './rollScene';
import { firstView, fitView } from './rollView';

const notes: Note[] = Array.from({ length: 100_000 }, (_, i) => ({
  tick: i * 30,
  duration: 60 + ((i * 37) % 300),
  pitch: 30 + ((i * 7) % 60),
  velocity: 1 + (i % 127),
}));
const scene = makeScene({ notes, ppq: 480, timeSignatures: [] });
const frame = frameOf(1000, 400);

function painted(view: ReturnType<typeof firstView>): number {
  const palette: RollPalette = readPalette(document.body);
  const [below, above] = [document.createElement('canvas'), document.createElement('canvas')];
  return new RollPainter(below, above).paintBelow({
    frame,
    view,
    scene,
    palette,
    playhead: 0,
    playing: false,
    held: [],
    along: [],
    selected: -1,
  });
}

it('draws the notes of the window and no others', () => {
  const view = { ...firstView(frame, scene.content), leftTick: 1_500_000 };
  const { from, to } = new RollGeometry(frame, view).ticks;
  const inWindow = notes.filter((n) => n.tick < to && n.tick + n.duration > from).length;
  expect(inWindow).toBeLessThan(500);
  expect(painted(view)).toBe(inWindow);
});

it('draws no more notes than pixels can show where all 100,000 are in the window', () => {
  const drawn = painted(fitView(frame, scene.content));
  expect(drawn).toBeLessThanOrEqual(60 * frame.width);
  expect(drawn).toBeGreaterThan(60 * 100);
});

it('has a colour for every style', () => {
  expect(readPalette(document.body).notes).toHaveLength(STYLE_COUNT);
});
