/** Movements of the roll's view as pure functions: fit, pan, zoom, turn pages. */
import { clamp } from '../../lib/clamp';
import { notesArea, type RollFrame, type RollView } from './rollGeometry';

/** Extent of the content. */
export interface RollContent {
  /** Ticks; the bar line before the first note. Default: 0. */
  startTick?: number;
  /** Ticks; the end of the piece. */
  endTick: number;
  /** Ticks per quarter note. */
  ppq: number;
  /** Pitches used; undefined where there are no notes. */
  pitches: { lowest: number; highest: number } | undefined;
}

/** Room before the first beat, in pixels, so that the playhead at the start can be seen. */
const LEAD_IN = 10;
/** Room after the end, as a share of the width. */
const TAIL = 0.1;
/** Minimum number of rows; fewer do not look like a keyboard. */
const FEWEST_ROWS = 25;
const LOWEST_ROW = 3;
/** In a compact roll, which shows all pitches in little room. */
const LOWEST_COMPACT_ROW = 1.5;
const HIGHEST_ROW = 28;
/** Width of a quarter note when a piece is first shown, in pixels. */
const FIRST_QUARTER = 44;
/** A piece that fits with quarters this wide is shown whole, in pixels. */
const SMALLEST_FITTED_QUARTER = 26;
const WIDEST_QUARTER = 480;
/** Relative difference of two scales that count as one. */
const SAME_SCALE = 1e-3;

/** The whole height for the pitches used, and as much of the music's start as can be read. */
export function firstView(frame: RollFrame, content: RollContent): RollView {
  const { startTick = 0 } = content;
  const whole = fitTime(frame, { ...content, endTick: content.endTick - startTick });
  const quarter = whole.pixelsPerTick * content.ppq;
  const shown =
    quarter >= SMALLEST_FITTED_QUARTER ? Math.min(quarter, FIRST_QUARTER * 2) : FIRST_QUARTER;
  const pixelsPerTick = shown / content.ppq;
  const leftTick = startTick - LEAD_IN / pixelsPerTick;
  return clampView(frame, content, { ...fitPitches(frame, content), pixelsPerTick, leftTick });
}

/** The whole piece from left to right and all its pitches from top to bottom. */
export function fitView(frame: RollFrame, content: RollContent): RollView {
  const view = { ...fitPitches(frame, content), ...fitTime(frame, content) };
  return clampView(frame, content, view);
}

/**
 * The view after a change of the frame: rows fill the new height, and bars that were fitted to the
 * old width are fitted to the new one. Bars that a person has zoomed keep their width and place.
 */
export function refitView(
  before: RollFrame,
  after: RollFrame,
  content: RollContent,
  view: RollView,
): RollView {
  const first = firstView(after, content);
  if (before.width <= 0) return first;
  const { leftTick, pixelsPerTick } = view;
  const fits = (scale: number): boolean => Math.abs(pixelsPerTick / scale - 1) < SAME_SCALE;
  const untouched = fits(firstView(before, content).pixelsPerTick);
  if (!untouched && fits(fitView(before, content).pixelsPerTick)) return fitView(after, content);
  const scale = untouched ? first.pixelsPerTick : pixelsPerTick;
  return clampView(after, content, { ...first, leftTick, pixelsPerTick: scale });
}

function fitTime(
  frame: RollFrame,
  content: RollContent,
): Pick<RollView, 'leftTick' | 'pixelsPerTick'> {
  const ticks = Math.max(content.endTick, content.ppq * 4);
  const pixelsPerTick = (notesArea(frame).width - LEAD_IN * 2) / ticks;
  return { leftTick: -LEAD_IN / pixelsPerTick, pixelsPerTick };
}

function fitPitches(
  frame: RollFrame,
  content: RollContent,
): Pick<RollView, 'topPitch' | 'rowHeight'> {
  const { lowest, highest } = content.pitches ?? { lowest: 54, highest: 78 };
  const rows = Math.max(FEWEST_ROWS, highest - lowest + 5);
  const lowestRow = frame.overview === 0 ? LOWEST_COMPACT_ROW : LOWEST_ROW;
  const rowHeight = clamp(notesArea(frame).height / rows, lowestRow, HIGHEST_ROW);
  const shown = notesArea(frame).height / rowHeight;
  return { rowHeight, topPitch: (lowest + highest + 1 + shown) / 2 };
}

/** Keeps the view on the piece and the zoom within what can be used. */
export function clampView(frame: RollFrame, content: RollContent, view: RollView): RollView {
  const { width, height } = notesArea(frame);
  const narrowest = Math.min(fitTime(frame, content).pixelsPerTick, FIRST_QUARTER / content.ppq);
  const pixelsPerTick = clamp(view.pixelsPerTick, narrowest, WIDEST_QUARTER / content.ppq);
  const shownTicks = width / pixelsPerTick;
  const first = -LEAD_IN / pixelsPerTick;
  const last = Math.max(first, content.endTick - shownTicks * (1 - TAIL));
  const rowHeight = clamp(view.rowHeight, Math.min(LOWEST_ROW, height / 128), HIGHEST_ROW);
  const shownRows = Math.min(128, height / rowHeight);
  return {
    pixelsPerTick,
    leftTick: clamp(view.leftTick, first, last),
    rowHeight,
    topPitch: clamp(view.topPitch, shownRows, 128),
  };
}

/** Moves the content by a distance in pixels. */
export function panView(view: RollView, dx: number, dy: number): RollView {
  return {
    ...view,
    leftTick: view.leftTick - dx / view.pixelsPerTick,
    topPitch: view.topPitch + dy / view.rowHeight,
  };
}

/** Stretches time by `factor`; what lies at `x` pixels stays there. */
export function zoomTime(
  frame: RollFrame,
  content: RollContent,
  view: RollView,
  factor: number,
  x: number,
): RollView {
  const tick = view.leftTick + (x - frame.keyboard) / view.pixelsPerTick;
  const wanted = { ...view, pixelsPerTick: view.pixelsPerTick * factor };
  const { pixelsPerTick } = clampView(frame, content, wanted);
  const leftTick = tick - (x - frame.keyboard) / pixelsPerTick;
  return clampView(frame, content, { ...view, pixelsPerTick, leftTick });
}

/** Stretches the rows by `factor`; what lies at `y` pixels stays there. */
export function zoomPitch(
  frame: RollFrame,
  content: RollContent,
  view: RollView,
  factor: number,
  y: number,
): RollView {
  const pitch = view.topPitch - (y - frame.ruler) / view.rowHeight;
  const wanted = { ...view, rowHeight: view.rowHeight * factor };
  const { rowHeight } = clampView(frame, content, wanted);
  const topPitch = pitch + (y - frame.ruler) / rowHeight;
  return clampView(frame, content, { ...view, rowHeight, topPitch });
}

/** Whether the tick lies between the left and the right edge. */
export function showsTick(frame: RollFrame, view: RollView, tick: number): boolean {
  const shownTicks = notesArea(frame).width / view.pixelsPerTick;
  return tick >= view.leftTick && tick <= view.leftTick + shownTicks;
}

/** The page that has `tick` near its left edge: a page is turned when the playhead leaves. */
export function pageTo(
  frame: RollFrame,
  content: RollContent,
  view: RollView,
  tick: number,
): RollView {
  const margin = Math.max(LEAD_IN, notesArea(frame).width * 0.06) / view.pixelsPerTick;
  return clampView(frame, content, { ...view, leftTick: tick - margin });
}
