/** The notes of the visible window. */
import type { Note } from '../../music/song';
import { OPENING_STYLE, STYLE_COUNT } from './noteStyles';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import { Rectangles } from './rectangles';
import type { Rectangle, RollGeometry } from './rollGeometry';
import type { RollScene } from './rollScene';

/** Rows from which on a note shows the light on its upper edge, in pixels. */
const ROW_WITH_LIGHT = 6;
const NARROWEST = 1.5;
/** A note narrower than this has no corners to round, in pixels. */
const NARROW = 3;

/** Where the note lies on the canvas: a little gap parts it from the next. */
export function noteRectangle(note: Note, geometry: RollGeometry, { snap }: Brush): Rectangle {
  const { pixelsPerTick, rowHeight } = geometry.view;
  const length = note.duration * pixelsPerTick;
  const gap = rowHeight >= 5 ? 1 : 0;
  const x = snap(geometry.xOfTick(note.tick));
  const y = snap(geometry.yOfPitch(note.pitch));
  const width = Math.max(NARROWEST, snap(length > 4 ? length - 1 : length));
  return { x, y, width, height: Math.max(1, snap(rowHeight - gap)) };
}

/** Share of its colour in which a note rings on under the pedal. */
const TAIL_OPACITY = 0.28;

/** The time in which the pedal lets the notes ring: a pale tail behind each. */
function drawTails(
  { ctx, snap }: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
): void {
  const { from, to } = geometry.ticks;
  const { lowest, highest } = geometry.pitches;
  const { pixelsPerTick, rowHeight } = geometry.view;
  const tails = new Rectangles();
  scene.ringing?.visit(from, to, ({ tick, duration, pitch }, i) => {
    const end = tick + scene.notes[i].duration;
    const width = snap((tick + duration - end) * pixelsPerTick);
    if (pitch < lowest || pitch > highest || width < 1) return;
    const y = snap(geometry.yOfPitch(pitch) + rowHeight / 4);
    tails.add(
      scene.styles[i],
      snap(geometry.xOfTick(end)),
      y,
      width,
      Math.max(1, snap(rowHeight / 2)),
    );
  });
  ctx.save();
  ctx.globalAlpha = TAIL_OPACITY;
  tails.fill(ctx, palette.notes);
  ctx.restore();
}

/** @returns how many notes were drawn: those of the window, less those that nobody could see */
export function drawNotes(
  brush: Brush,
  geometry: RollGeometry,
  scene: RollScene,
  palette: RollPalette,
): number {
  const { ctx } = brush;
  const { from, to } = geometry.ticks;
  const bodies = new Array<Path2D | undefined>(STYLE_COUNT);
  const slivers = new Rectangles();
  const lights = new Path2D();
  const { lowest, highest } = geometry.pitches;
  /** Right edge covered so far, by pitch. */
  const covered = new Float64Array(128);
  let drawn = 0;
  scene.index.visit(from, to, (note, i) => {
    if (note.pitch < lowest || note.pitch > highest) return;
    const { x, y, width, height } = noteRectangle(note, geometry, brush);
    if (x + width <= covered[note.pitch]) return;
    drawn++;
    if (width < NARROW) {
      covered[note.pitch] = x + width;
      slivers.add(scene.styles[i], x, y, width, height);
      return;
    }
    bodies[scene.styles[i]] ??= new Path2D();
    const radius = Math.min(3, height / 3, width / 3);
    bodies[scene.styles[i]]?.roundRect(x, y, width, height, radius);
    if (height >= ROW_WITH_LIGHT && width > 4) lights.rect(x + radius, y, width - 2 * radius, 1);
  });
  clipToNotes(ctx, geometry, () => {
    drawTails(brush, geometry, scene, palette);
    slivers.fill(ctx, palette.notes);
    bodies.forEach((path, style) => {
      if (!path) return;
      ctx.fillStyle = palette.notes[style];
      ctx.fill(path);
      if (style === OPENING_STYLE) {
        ctx.strokeStyle = palette.openingEdge;
        ctx.lineWidth = 1;
        ctx.stroke(path);
      }
    });
    ctx.fillStyle = palette.highlight;
    ctx.fill(lights);
  });
  return drawn;
}

/** Draws clipped to the area of the notes. */
export function clipToNotes(
  ctx: CanvasRenderingContext2D,
  geometry: RollGeometry,
  draw: () => void,
): void {
  const { x, y, width, height } = geometry.notes;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  draw();
  ctx.restore();
}
