/** The marked bars: a band over ruler and notes with an edge at both ends, and in the overview. */
import type { BarRange } from '../../model/composing/contract';
import { OverviewScale } from './drawOverview';
import type { RollPalette } from './palette';
import type { Brush } from './pixels';
import type { RollFrame, RollGeometry } from './rollGeometry';
import type { RollScene } from './rollScene';

const EDGE = 2;
/** Height of the bar in the ruler. */
const HANDLE = 4;

interface Ticks {
  from: number;
  to: number;
}

/** First and last tick of the marked bars. */
export function bandTicks({ grid }: RollScene, { from, to }: BarRange): Ticks {
  return { from: grid.tickOfBar(from + 1), to: grid.tickOfBar(to + 1) };
}

export function drawBand(
  { ctx, snap }: Brush,
  geometry: RollGeometry,
  ticks: Ticks,
  palette: RollPalette,
): void {
  const { x, y, width, height } = geometry.notes;
  const left = snap(geometry.xOfTick(ticks.from));
  const right = snap(geometry.xOfTick(ticks.to));
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, 0, width, y + height);
  ctx.clip();
  ctx.fillStyle = palette.band;
  ctx.fillRect(left, 0, right - left, y + height);
  ctx.fillStyle = palette.bandEdge;
  ctx.fillRect(left, 0, EDGE, y + height);
  ctx.fillRect(right - EDGE, 0, EDGE, y + height);
  ctx.fillRect(left, y - HANDLE, right - left, HANDLE);
  ctx.restore();
}

export function drawBandInOverview(
  { ctx, snap }: Brush,
  frame: RollFrame,
  scene: RollScene,
  ticks: Ticks,
  palette: RollPalette,
): void {
  const scale = new OverviewScale(frame, scene.content.endTick);
  const left = snap(scale.xOfTick(ticks.from));
  const width = Math.max(EDGE, snap(scale.xOfTick(ticks.to)) - left);
  const top = frame.height - frame.overview;
  ctx.fillStyle = palette.band;
  ctx.fillRect(left, top, width, frame.overview);
  ctx.fillStyle = palette.bandEdge;
  ctx.fillRect(left, top, width, EDGE);
}
