/** Notes that a person plays along: outlines, beside the notes of the score. */
import { clipToNotes, noteRectangle } from './drawNotes';
import type { LiveNote } from './liveKeys';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import type { RollGeometry } from './rollGeometry';

/** @param tick the playhead, to which notes last while their keys are down */
export function drawAlong(
  brush: Brush,
  geometry: RollGeometry,
  palette: RollPalette,
  along: readonly LiveNote[],
  tick: number,
): void {
  const { ctx } = brush;
  clipToNotes(ctx, geometry, () => {
    ctx.strokeStyle = palette.selection;
    ctx.lineWidth = 1.5;
    for (const { tick: from, endTick = tick, pitch } of along) {
      const note = { tick: from, duration: Math.max(1, endTick - from), pitch, velocity: 1 };
      const { x, y, width, height } = noteRectangle(note, geometry, brush);
      ctx.beginPath();
      ctx.roundRect(x + 0.75, y + 0.75, Math.max(1, width - 1.5), Math.max(1, height - 1.5), 3);
      ctx.stroke();
    }
  });
}
