/** Rows, bars and beats behind the notes, and the ruler above them. */
import type { RollPalette } from './palette';
import { isBlackKey } from './pitchNames';
import type { Brush } from './pixels';
import type { RollGeometry } from './rollGeometry';
import type { RollScene } from './rollScene';

/** Minimum distances of lines and of bar numbers, in pixels. */
const CLOSEST_LINES = 11;
const CLOSEST_NUMBERS = 44;

export function drawRows(
  { ctx, snap, hairline }: Brush,
  geometry: RollGeometry,
  palette: RollPalette,
): void {
  const { x, y, width, height } = geometry.notes;
  ctx.fillStyle = palette.background;
  ctx.fillRect(x, y, width, height);
  const { lowest, highest } = geometry.pitches;
  for (let pitch = lowest; pitch <= highest; pitch++) {
    const top = snap(geometry.yOfPitch(pitch));
    const bottom = snap(geometry.yOfPitch(pitch - 1));
    if (isBlackKey(pitch)) {
      ctx.fillStyle = palette.blackRow;
      ctx.fillRect(x, top, width, bottom - top);
    } else if (pitch % 12 === 0 || pitch % 12 === 5) {
      // Where two white keys meet: under C, the octave; under F.
      ctx.fillStyle = pitch % 12 === 0 ? palette.octaveLine : palette.beatLine;
      ctx.fillRect(x, bottom - hairline, width, hairline);
    }
  }
}

export function drawBars(
  { ctx, snap, hairline }: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
): void {
  const { x, y, width, height } = geometry.notes;
  const { from, to } = geometry.ticks;
  const colours = { bar: palette.barLine, beat: palette.beatLine, division: palette.blackRow };
  const closest = CLOSEST_LINES / geometry.view.pixelsPerTick;
  for (const line of scene.grid.lines(Math.max(0, from), to, closest)) {
    const lineX = snap(geometry.xOfTick(line.tick));
    if (lineX < x) continue;
    ctx.fillStyle = colours[line.kind];
    ctx.fillRect(lineX, y, hairline, height);
  }
  ctx.fillStyle = palette.after;
  const start = Math.max(x, geometry.xOfTick(0));
  ctx.fillRect(x, y, start - x, height);
  const end = Math.max(x, geometry.xOfTick(scene.content.endTick));
  if (scene.index.count > 0 && end < x + width) ctx.fillRect(end, y, x + width - end, height);
}

export function drawRuler(
  { ctx, snap, hairline }: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
): void {
  const { width, ruler, keyboard } = geometry.frame;
  ctx.fillStyle = palette.ruler;
  ctx.fillRect(0, 0, width, ruler);
  ctx.fillStyle = palette.barLine;
  ctx.fillRect(0, snap(ruler) - hairline, width, hairline);
  ctx.save();
  ctx.beginPath();
  ctx.rect(keyboard, 0, width - keyboard, ruler);
  ctx.clip();
  ctx.font = `500 11px ${palette.font}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const { from, to } = geometry.ticks;
  const { pixelsPerTick } = geometry.view;
  const before = Math.max(0, from - CLOSEST_NUMBERS / pixelsPerTick);
  let free = Number.NEGATIVE_INFINITY;
  for (const line of scene.grid.lines(before, to, CLOSEST_LINES / pixelsPerTick)) {
    const x = snap(geometry.xOfTick(line.tick));
    if (line.kind === 'division') continue;
    const numbered = line.kind === 'bar' && x >= free;
    ctx.fillStyle = line.kind === 'bar' ? palette.rulerText : palette.barLine;
    ctx.globalAlpha = line.kind === 'bar' ? 0.55 : 1;
    const length = numbered ? ruler * 0.62 : ruler * 0.22;
    ctx.fillRect(x, ruler - length, hairline, length);
    ctx.globalAlpha = 1;
    if (!numbered) continue;
    ctx.fillStyle = palette.rulerText;
    ctx.fillText(String(line.bar), x + 5, ruler * 0.5);
    free = x + CLOSEST_NUMBERS;
  }
  ctx.restore();
}
