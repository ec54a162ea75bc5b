/** The upper canvas: playhead, sounding notes, selected note. */
import { clipToNotes, noteRectangle } from './drawNotes';
import { OverviewScale } from './drawOverview';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import type { RollGeometry } from './rollGeometry';
import type { RollScene } from './rollScene';

/** Highlights the notes that sound at `tick`. @returns their pitches */
export function drawSounding(
  brush: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
  tick: number,
): Set<number> {
  const { ctx } = brush;
  const pitches = new Set<number>();
  clipToNotes(ctx, geometry, () => {
    ctx.fillStyle = palette.lit;
    ctx.shadowColor = palette.glow;
    ctx.shadowBlur = 14;
    scene.index.visit(tick, tick + 1e-6, (note) => {
      if (note.tick > tick) return;
      pitches.add(note.pitch);
      const { x, y, width, height } = noteRectangle(note, geometry, brush);
      ctx.beginPath();
      ctx.roundRect(x, y, width, height, Math.min(3, height / 3, width / 3));
      ctx.fill();
    });
  });
  return pitches;
}

/** A frame around the note that the pointer or the keyboard has chosen. */
export function drawSelection(
  brush: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
  index: number,
): void {
  const note = scene.notes[index];
  if (!note) return;
  const { x, y, width, height } = noteRectangle(note, geometry, brush);
  clipToNotes(brush.ctx, geometry, () => {
    brush.ctx.strokeStyle = palette.selection;
    brush.ctx.lineWidth = 1.5;
    brush.ctx.beginPath();
    brush.ctx.roundRect(x - 1.5, y - 1.5, width + 3, height + 3, 4);
    brush.ctx.stroke();
  });
}

export function drawPlayhead(
  { ctx, snap, hairline }: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
  tick: number,
): void {
  const { frame } = geometry;
  ctx.fillStyle = palette.playhead;
  const overviewX = new OverviewScale(frame, scene.content.endTick).xOfTick(tick);
  ctx.fillRect(snap(overviewX), frame.height - frame.overview + 1, 1, frame.overview - 1);
  const x = snap(geometry.xOfTick(tick));
  if (x < frame.keyboard - 0.5 || x > frame.width) return;
  const bottom = frame.height - frame.overview;
  const width = Math.max(hairline, 1.5);
  ctx.fillRect(x - width / 2, frame.ruler - 2, width, bottom - frame.ruler + 2);
  ctx.beginPath();
  ctx.moveTo(x - 6, frame.ruler - 12);
  ctx.lineTo(x + 6, frame.ruler - 12);
  ctx.lineTo(x + 6, frame.ruler - 6);
  ctx.lineTo(x, frame.ruler);
  ctx.lineTo(x - 6, frame.ruler - 6);
  ctx.closePath();
  ctx.fill();
}

/** Bar and beat of the playhead, in the corner above the keyboard. */
export function drawPosition(
  { ctx }: Brush,
  { frame }: RollGeometry,
  { grid }: RollScene,
  palette: RollPalette,
  tick: number,
): void {
  const { bar, beat } = grid.positionAt(tick);
  ctx.fillStyle = palette.playhead;
  ctx.font = `600 12px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(`${bar}.${beat}`, frame.keyboard / 2, frame.ruler / 2 + 0.5);
}
