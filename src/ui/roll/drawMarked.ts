/** The marked notes: an outline around each, a bracket over them all, and a line in the overview. */
import { endTick, type Note } from '../../music/song';
import { clipToNotes, noteRectangle } from './drawNotes';
import { OverviewScale } from './drawOverview';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import type { RollFrame, RollGeometry } from './rollGeometry';
import { isMarked, type RollScene } from './rollScene';

const LINE = 2;
/** Pixels below the ruler, and length of the bracket's hooks. */
const BRACKET_TOP = 5;
const HOOK = 6;
/** An outline needs room around a note; lower rows are filled instead, in pixels. */
const ROW_WITH_OUTLINE = 5;

/** First and last tick of the marked notes; undefined where none are. */
function markedTicks({ notes, marked }: RollScene): { from: number; to: number } | undefined {
  const run: readonly Note[] = marked ? notes.slice(marked.from, marked.from + marked.count) : [];
  if (run.length === 0) return undefined;
  return {
    from: run.reduce((first, { tick }) => Math.min(first, tick), Number.POSITIVE_INFINITY),
    to: endTick(run),
  };
}

export function drawMarked(
  brush: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
): void {
  const ticks = markedTicks(scene);
  if (!ticks) return;
  const { ctx, snap } = brush;
  const { from, to } = geometry.ticks;
  clipToNotes(ctx, geometry, () => {
    ctx.strokeStyle = palette.mark;
    ctx.fillStyle = palette.mark;
    ctx.lineWidth = LINE;
    ctx.beginPath();
    scene.index.visit(from, to, (note, i) => {
      if (!isMarked(scene, i)) return;
      const { x, y, width, height } = noteRectangle(note, geometry, brush);
      if (height < ROW_WITH_OUTLINE) ctx.fillRect(x, y, width, height);
      else ctx.roundRect(x, y, width, height, Math.min(3, height / 3, width / 3));
    });
    ctx.stroke();
    drawBracket(ctx, {
      left: snap(geometry.xOfTick(ticks.from)) + LINE / 2,
      right: snap(geometry.xOfTick(ticks.to)) - LINE / 2,
      top: geometry.notes.y + BRACKET_TOP,
    });
  });
}

function drawBracket(
  ctx: CanvasRenderingContext2D,
  { left, right, top }: { left: number; right: number; top: number },
): void {
  ctx.beginPath();
  ctx.moveTo(left, top + HOOK);
  ctx.lineTo(left, top);
  ctx.lineTo(right, top);
  ctx.lineTo(right, top + HOOK);
  ctx.stroke();
}

/** Marks the position of the marked notes in the overview. */
export function drawMarkedInOverview(
  { ctx, snap }: Brush,
  frame: RollFrame,
  scene: RollScene,
  palette: RollPalette,
): void {
  const ticks = markedTicks(scene);
  if (!ticks) return;
  const scale = new OverviewScale(frame, scene.content.endTick);
  const left = snap(scale.xOfTick(ticks.from));
  const right = snap(scale.xOfTick(ticks.to));
  ctx.fillStyle = palette.mark;
  ctx.fillRect(left, frame.height - LINE, Math.max(LINE, right - left), LINE);
}
