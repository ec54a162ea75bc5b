/** The strip at the bottom: the whole piece, and which part of it the roll shows. */
import { OPENING_STYLE } from './noteStyles';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import { Rectangles } from './rectangles';
import { notesArea, type RollFrame, type RollView } from './rollGeometry';
import type { RollScene } from './rollScene';

const MARGIN = 4;

/** Between the ticks of the piece and the pixels of the strip. */
export class OverviewScale {
  readonly #frame: RollFrame;
  readonly #endTick: number;

  constructor(frame: RollFrame, endTick: number) {
    this.#frame = frame;
    this.#endTick = Math.max(1, endTick);
  }

  xOfTick(tick: number): number {
    return this.#left + (tick / this.#endTick) * this.#width;
  }

  tickOfX(x: number): number {
    return ((x - this.#left) / this.#width) * this.#endTick;
  }

  /** Left and right edge of what the view shows, in pixels. */
  windowOf(view: RollView): { from: number; to: number } {
    const shown = notesArea(this.#frame).width / view.pixelsPerTick;
    const from = Math.max(this.#left, this.xOfTick(view.leftTick));
    return { from, to: Math.min(this.#left + this.#width, this.xOfTick(view.leftTick + shown)) };
  }

  get #left(): number {
    return MARGIN;
  }

  get #width(): number {
    return Math.max(1, this.#frame.width - 2 * MARGIN);
  }
}

/** The notes of the whole piece; they do not move with the view. */
export function drawOverviewNotes(
  { ctx, snap, hairline }: Brush,
  frame: RollFrame,
  scene: RollScene,
  palette: RollPalette,
): void {
  if (frame.overview === 0) return;
  const top = frame.height - frame.overview;
  ctx.fillStyle = palette.overview;
  ctx.fillRect(0, top, frame.width, frame.overview);
  ctx.fillStyle = palette.barLine;
  ctx.fillRect(0, snap(top), frame.width, hairline);
  const { pitches, endTick } = scene.content;
  if (!pitches) return;
  const scale = new OverviewScale(frame, endTick);
  const rows = Math.max(12, pitches.highest - pitches.lowest + 1);
  const rowHeight = (frame.overview - 2 * MARGIN - 1) / rows;
  const middle = (pitches.highest + pitches.lowest) / 2;
  const centre = top + frame.overview / 2;
  const colours = palette.notes.with(OPENING_STYLE, palette.openingEdge);
  const bars = new Rectangles();
  const covered = new Float64Array(128);
  scene.index.visit(0, endTick, (note, i) => {
    const x = scale.xOfTick(note.tick);
    const width = Math.max(1, scale.xOfTick(note.tick + note.duration) - x - 0.3);
    // Half a pixel more of a pitch that is there already shows nothing.
    if (x + width < covered[note.pitch] + 0.5) return;
    covered[note.pitch] = x + width;
    const y = centre + (middle - note.pitch - 0.5) * rowHeight;
    bars.add(scene.styles[i], x, y, width, Math.max(1, rowHeight));
  });
  bars.fill(ctx, colours);
}

/** The frame around what the roll shows. */
export function drawOverviewWindow(
  { ctx, snap }: Brush,
  frame: RollFrame,
  view: RollView,
  scene: RollScene,
  palette: RollPalette,
): void {
  if (scene.index.count === 0 || frame.overview === 0) return;
  const top = frame.height - frame.overview;
  const { from, to } = new OverviewScale(frame, scene.content.endTick).windowOf(view);
  ctx.beginPath();
  ctx.roundRect(snap(from), snap(top) + 2, Math.max(8, snap(to - from)), frame.overview - 4, 3);
  ctx.fillStyle = palette.window;
  ctx.fill();
  ctx.strokeStyle = palette.windowEdge;
  ctx.lineWidth = 1;
  ctx.stroke();
}
