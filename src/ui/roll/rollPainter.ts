/**
 * Paints the roll on two canvases, at most once a frame: notes and grid below, playhead and
 * sounding notes above. During playback only the upper one is painted.
 */
import type { BarRange } from '../../model/composing/contract';
import { drawAlong } from './drawAlong';
import { bandTicks, drawBand, drawBandInOverview } from './drawBand';
import { drawBars, drawRows, drawRuler } from './drawGrid';
import { drawKeyboard } from './drawKeyboard';
import { drawMarked, drawMarkedInOverview } from './drawMarked';
import { drawNotes } from './drawNotes';
import { drawOverviewNotes, drawOverviewWindow } from './drawOverview';
import { drawPlayhead, drawPosition, drawSelection, drawSounding } from './drawPlayhead';
import type { LiveNote } from './liveKeys';
import type { RollPalette } from './palette';
import { wipe } from './pixels';
import { type RollFrame, RollGeometry, type RollView } from './rollGeometry';
import type { RollScene } from './rollScene';

/** Input of a picture of the roll. */
export interface RollPicture {
  frame: RollFrame;
  view: RollView;
  scene: RollScene;
  palette: RollPalette;
  /** Ticks. */
  playhead: number;
  playing: boolean;
  /** Index of the selected note; -1 for none. */
  selected: number;
  /** The marked bars. Default: none. */
  bars?: BarRange;
  /** Pitches of the keys that a person holds. */
  held: readonly number[];
  /** Notes that a person plays along. */
  along: readonly LiveNote[];
}

export class RollPainter {
  readonly #below: HTMLCanvasElement;
  readonly #above: HTMLCanvasElement;
  /** The notes of the whole piece, which only change with the piece, the size or the theme. */
  readonly #overview = document.createElement('canvas');
  #overviewOf: Pick<RollPicture, 'frame' | 'scene' | 'palette'> | undefined;

  constructor(below: HTMLCanvasElement, above: HTMLCanvasElement) {
    this.#below = below;
    this.#above = above;
  }

  /** @returns how many notes were drawn */
  paintBelow(picture: RollPicture): number {
    const { frame, view, scene, palette, bars } = picture;
    const brush = wipe(this.#below, frame.width, frame.height);
    if (!brush) return 0;
    const geometry = new RollGeometry(frame, view);
    drawRows(brush, geometry, palette);
    drawBars(brush, geometry, scene, palette);
    const band = bars && bandTicks(scene, bars);
    const drawn = drawNotes(brush, geometry, scene, palette);
    drawMarked(brush, geometry, scene, palette);
    drawRuler(brush, geometry, scene, palette);
    if (band) drawBand(brush, geometry, band, palette);
    drawKeyboard(brush, geometry, palette, () => false);
    this.#paintOverview(picture);
    brush.ctx.drawImage(this.#overview, 0, 0, frame.width, frame.height);
    drawOverviewWindow(brush, frame, view, scene, palette);
    drawMarkedInOverview(brush, frame, scene, palette);
    if (band) drawBandInOverview(brush, frame, scene, band, palette);
    return drawn;
  }

  paintAbove(picture: RollPicture): void {
    const { frame, view, scene, palette, playhead, playing, selected, held, along } = picture;
    const brush = wipe(this.#above, frame.width, frame.height);
    if (!brush) return;
    const geometry = new RollGeometry(frame, view);
    const down = playing
      ? drawSounding(brush, geometry, scene, palette, playhead)
      : new Set<number>();
    for (const pitch of held) down.add(pitch);
    if (down.size > 0) drawKeyboard(brush, geometry, palette, (pitch) => down.has(pitch));
    if (scene.content.endTick === 0) return;
    drawAlong(brush, geometry, palette, along, playhead);
    drawSelection(brush, geometry, scene, palette, selected);
    drawPlayhead(brush, geometry, scene, palette, playhead);
    drawPosition(brush, geometry, scene, palette, playhead);
  }

  #paintOverview({ frame, scene, palette }: RollPicture): void {
    const of = this.#overviewOf;
    const same = of?.frame === frame && of.scene === scene && of.palette === palette;
    const sharp = this.#overview.width === this.#below.width;
    if (same && sharp) return;
    this.#overviewOf = { frame, scene, palette };
    const brush = wipe(this.#overview, frame.width, frame.height);
    if (brush) drawOverviewNotes(brush, frame, scene, palette);
  }
}
