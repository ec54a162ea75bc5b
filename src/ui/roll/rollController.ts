/**
 * The roll's state outside React: content, view, playhead, selected note. It asks
 * for a repaint after a change; React renders only when the selected note changes.
 */
import { clamp } from '../../lib/clamp';
import type { BarRange } from '../../model/composing/contract';
import type { LiveNote } from './liveKeys';
import type { RollPalette } from './palette';
import { type RollFrame, RollGeometry, type RollView } from './rollGeometry';
import type { RollPicture } from './rollPainter';
import { makeScene, type RollScene } from './rollScene';
import {
  clampView,
  firstView,
  fitView,
  pageTo,
  panView,
  refitView,
  showsTick,
  zoomPitch,
  zoomTime,
} from './rollView';

/** The canvas that must be painted again. */
export type Stale = 'below' | 'above';

/** Duration of a page turn in milliseconds. */
const PAGE_TURN = 260;

interface Glide {
  from: RollView;
  to: RollView;
  /** Milliseconds, as of `performance.now()`. */
  start: number;
}

const NARROW = 480;

/**
 * The parts of a roll of that size, in CSS pixels.
 * @param compact without the strip that shows the whole piece
 */
export function frameOf(width: number, height: number, compact = false): RollFrame {
  const narrow = width < NARROW;
  const overview = narrow ? 30 : 38;
  return {
    width,
    height,
    keyboard: narrow ? 46 : 60,
    ruler: 26,
    overview: compact ? 0 : overview,
  };
}

/** The part of the time that a roll shows, in quarter notes. */
export interface ShownTime {
  left: number;
  /** Pixels. */
  perQuarter: number;
}

export class RollController {
  #scene: RollScene = makeScene({ notes: [], ppq: 480, timeSignatures: [] });
  #frame: RollFrame = frameOf(0, 0);
  #view: RollView = firstView(this.#frame, this.#scene.content);
  #palette: RollPalette | undefined;
  #glide: Glide | undefined;
  #playhead = 0;
  #playing = false;
  #selected = -1;
  #bars: BarRange | undefined;
  #held: readonly number[] = [];
  #along: readonly LiveNote[] = [];
  /** Whether a page turn glides; a person may have asked for less motion. */
  gliding = true;
  /** Whether the view follows the playhead. */
  follow = true;
  /** Whether a gesture holds the view, which then does not follow the playhead. */
  held = false;
  /** Whether there is no strip that shows the whole piece. */
  compact = false;
  /** Called when another part of the time is shown. */
  onTime: ((time: ShownTime) => void) | undefined;
  readonly #stale: (what: Stale) => void;

  constructor(stale: (what: Stale) => void) {
    this.#stale = stale;
  }

  get scene(): RollScene {
    return this.#scene;
  }

  get geometry(): RollGeometry {
    return new RollGeometry(this.#frame, this.#view);
  }

  get playhead(): number {
    return this.#playhead;
  }

  get selected(): number {
    return this.#selected;
  }

  /** The marked bars. */
  get bars(): BarRange | undefined {
    return this.#bars;
  }

  /** Whether a page is being turned. */
  get isGliding(): boolean {
    return this.#glide !== undefined;
  }

  /** Input of the painter; undefined until size and colours are known. */
  get picture(): RollPicture | undefined {
    if (!this.#palette || this.#frame.width <= 0) return undefined;
    return {
      frame: this.#frame,
      view: this.#view,
      scene: this.#scene,
      palette: this.#palette,
      playhead: this.#playhead,
      playing: this.#playing,
      selected: this.#selected,
      bars: this.#bars,
      held: this.#held,
      along: this.#along,
    };
  }

  setPalette(palette: RollPalette): void {
    this.#palette = palette;
    this.#stale('below');
  }

  /** Marks bars; undefined for none. */
  setBars(bars: BarRange | undefined): void {
    this.#bars = bars;
    this.#stale('below');
  }

  /** Keys that a person holds, and the notes played along. */
  setLive(held: readonly number[], along: readonly LiveNote[]): void {
    this.#held = held;
    this.#along = along;
    this.#stale('above');
  }

  /** Shows another piece from its start; a take that has grown or changed keeps its view. */
  setScene(scene: RollScene): void {
    const grown = continues(this.#scene, scene);
    const same = scene.id !== undefined && scene.id === this.#scene.id;
    this.#scene = scene;
    const fresh = firstView(this.#frame, scene.content);
    if (!grown) this.#selected = -1;
    if (!grown && !same) {
      this.#jump(fresh);
      return;
    }
    const { pitches } = this.geometry;
    const range = scene.content.pitches ?? pitches;
    const fits = range.lowest > pitches.lowest && range.highest < pitches.highest;
    const { leftTick, pixelsPerTick } = this.#view;
    this.#jump(fits ? this.#view : { ...fresh, leftTick, pixelsPerTick });
  }

  /** Refits rows and bars; a person's place and zoom in time stay. */
  resize(width: number, height: number): void {
    const before = this.#frame;
    this.#frame = frameOf(width, height, this.compact);
    this.#jump(refitView(before, this.#frame, this.#scene.content, this.#view));
  }

  pan(dx: number, dy: number): void {
    this.#jump(panView(this.#view, dx, dy));
  }

  /** @param x pixel that keeps its tick. Default: the middle of the notes. */
  zoom(factor: number, x?: number): void {
    const { notes } = this.geometry;
    const at = x ?? notes.x + notes.width / 2;
    this.#jump(zoomTime(this.#frame, this.#scene.content, this.#view, factor, at));
  }

  /** @param y pixel that keeps its pitch. Default: the middle of the notes. */
  zoomRows(factor: number, y?: number): void {
    const { notes } = this.geometry;
    const at = y ?? notes.y + notes.height / 2;
    this.#jump(zoomPitch(this.#frame, this.#scene.content, this.#view, factor, at));
  }

  fit(): void {
    this.#jump(fitView(this.#frame, this.#scene.content));
  }

  /** Puts `tick` in the middle. */
  centre(tick: number): void {
    const { from, to } = this.geometry.ticks;
    this.#jump({ ...this.#view, leftTick: tick - (to - from) / 2 });
  }

  /** Turns to the page with `tick` unless it is shown. */
  reveal(tick: number): void {
    const target = this.#glide?.to ?? this.#view;
    if (!showsTick(this.#frame, target, tick)) this.#turnTo(tick);
  }

  select(index: number): void {
    if (index === this.#selected) return;
    this.#selected = index;
    this.#stale('above');
  }

  setPlaying(playing: boolean): void {
    this.#playing = playing;
    if (playing && this.follow) this.reveal(this.#playhead);
    this.#stale('above');
  }

  /**
   * Moves the playhead. The page turns when the playhead leaves it; where a person has scrolled
   * away from the playhead, it stays where they went.
   */
  setPlayhead(tick: number): void {
    if (tick === this.#playhead) return;
    const target = this.#glide?.to ?? this.#view;
    const wasShown = showsTick(this.#frame, target, this.#playhead);
    this.#playhead = tick;
    if (this.follow && !this.held && wasShown) this.reveal(tick);
    this.#stale('above');
  }

  /** Advances a page turn; call it before painting. */
  step(now: number): void {
    if (!this.#glide) return;
    const { from, to, start } = this.#glide;
    const share = clamp((now - start) / PAGE_TURN, 0, 1);
    const eased = 1 - (1 - share) ** 3;
    this.#view = { ...to, leftTick: from.leftTick + (to.leftTick - from.leftTick) * eased };
    if (share === 1) this.#glide = undefined;
    this.#stale('below');
    this.#tellTime();
  }

  /** Shows the same part of the time as another roll. */
  showTime({ left, perQuarter }: ShownTime): void {
    const { ppq } = this.#scene.content;
    this.#glide = undefined;
    const view = { ...this.#view, leftTick: left * ppq, pixelsPerTick: perQuarter / ppq };
    this.#view = clampView(this.#frame, this.#scene.content, view);
    this.#stale('below');
  }

  #tellTime(): void {
    const { ppq } = this.#scene.content;
    const { leftTick, pixelsPerTick } = this.#view;
    this.onTime?.({ left: leftTick / ppq, perQuarter: pixelsPerTick * ppq });
  }

  #turnTo(tick: number): void {
    const to = pageTo(this.#frame, this.#scene.content, this.#view, tick);
    if (!this.gliding) {
      this.#jump(to);
      return;
    }
    this.#glide = { from: this.#view, to, start: performance.now() };
    this.#stale('below');
  }

  #jump(view: RollView): void {
    this.#glide = undefined;
    this.#view = clampView(this.#frame, this.#scene.content, view);
    this.#stale('below');
    this.#tellTime();
  }
}

/** Whether `after` begins with all the notes of `before`: a take is shown while it is composed. */
function continues(before: RollScene, after: RollScene): boolean {
  const last = before.notes.length - 1;
  return (
    last >= 0 &&
    before.content.ppq === after.content.ppq &&
    [0, last].every((i) => {
      // The length of the last note may change: the next note of its key ends it.
      const [a, b] = [before.notes[i], after.notes[i]];
      return b?.tick === a.tick && b.pitch === a.pitch;
    })
  );
}
