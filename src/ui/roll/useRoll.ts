/** Joins the roll's controller and painter to the page: size, theme, frames, pointer. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { clamp } from '../../lib/clamp';
import type { BarRange } from '../../model/composing/contract';
import { onThemeChange } from '../theme';
import { describePlace } from './describeRoll';
import type { LiveKeys, LiveNote } from './liveKeys';
import { readPalette } from './palette';
import { RollController } from './rollController';
import { RollFrames } from './rollFrames';
import { attachGestures } from './rollGestures';
import { type Look, lookAt } from './rollLook';
import { RollPainter } from './rollPainter';
import type { BarMarking, PianoRollProps, RollPlayback } from './rollProps';
import type { RollScene } from './rollScene';

interface RollBinding
  extends RollPlayback,
    BarMarking,
    LiveKeys,
    Pick<PianoRollProps, 'compact' | 'link'> {
  scene: RollScene;
  onLook(look: Look | undefined): void;
}

export interface RollHandle {
  surface: RefObject<HTMLDivElement | null>;
  below: RefObject<HTMLCanvasElement | null>;
  above: RefObject<HTMLCanvasElement | null>;
  roll: RollController;
  /** Reports the seek and moves the playhead at once. */
  seek(tick: number): void;
  /** Selects a note; -1 for none. */
  look(index: number, point?: { x: number; y: number }): void;
  /** Calls `listener` now and after each repaint. @returns unsubscribe */
  onPaint(listener: () => void): () => void;
}

const NO_KEYS: readonly number[] = [];
const NO_NOTES: readonly LiveNote[] = [];

/** Interval at which a resting playhead is read again, in milliseconds. */
const RESTING = 100;

export function useRoll(binding: RollBinding): RollHandle {
  const { scene, playing, followPlayhead = true, bars, compact = false, link } = binding;
  const { held = NO_KEYS, along = NO_NOTES } = binding;
  const latest = useRef(binding);
  useLayoutEffect(() => {
    latest.current = binding;
  });
  const surface = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const [frames] = useState(() => new RollFrames());
  const [roll] = useState(() => {
    const controller = new RollController((what) => frames.stale(what));
    controller.compact = compact;
    return controller;
  });
  const [act] = useState(() => ({
    seek: (tick: number): void => {
      latest.current.onSeek(tick);
      roll.setPlayhead(tick);
    },
    look: (index: number, point?: { x: number; y: number }): void => {
      if (index < 0 && roll.selected < 0) return;
      latest.current.onLook(lookAt(roll, index, point));
    },
    onPaint: (listener: () => void): (() => void) => frames.onPaint(listener),
    keyDown: (pitch: number): void => latest.current.onKeyDown?.(pitch),
    keyUp: (pitch: number): void => latest.current.onKeyUp?.(pitch),
    get playsKeys(): boolean {
      return latest.current.onKeyDown !== undefined;
    },
    markBetween: (from: number, to: number): boolean => {
      const { onMarkBars } = latest.current;
      onMarkBars?.(barsBetween(roll.scene, from, to));
      return onMarkBars !== undefined;
    },
  }));

  useLayoutEffect(() => {
    roll.setScene(scene);
    if (roll.selected < 0) latest.current.onLook(undefined);
  }, [roll, scene]);

  useLayoutEffect(() => roll.setBars(bars), [roll, bars]);

  useLayoutEffect(() => roll.setLive(held, along), [roll, held, along]);

  useEffect(() => link?.join(roll), [roll, link]);

  useEffect(() => {
    const read = (): void => {
      roll.setPlayhead(latest.current.playheadTick());
      if (surface.current) sayPlayhead(surface.current, roll);
    };
    roll.follow = followPlayhead;
    read();
    roll.setPlaying(playing);
    if (playing) return frames.eachFrame(read);
    const timer = setInterval(read, RESTING);
    return () => clearInterval(timer);
  }, [roll, frames, playing, followPlayhead]);

  useLayoutEffect(() => {
    const element = surface.current;
    if (!element || !below.current || !above.current) return;
    const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
    const dress = (): void => roll.setPalette(readPalette(element));
    const measure = (): void => {
      roll.gliding = !motion.matches;
      roll.resize(element.clientWidth, element.clientHeight);
      const { keyboard, ruler, overview } = roll.geometry.frame;
      element.style.setProperty('--roll-keyboard-width', `${keyboard}px`);
      element.style.setProperty('--roll-ruler-height', `${ruler}px`);
      element.style.setProperty('--roll-overview-height', `${overview}px`);
    };
    dress();
    measure();
    const resizes = new ResizeObserver(measure);
    resizes.observe(element);
    motion.addEventListener('change', measure);
    const ends = [
      () => resizes.disconnect(),
      () => motion.removeEventListener('change', measure),
      onThemeChange(dress),
      attachGestures(element, roll, act),
      frames.attach(roll, new RollPainter(below.current, above.current)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [roll, frames, act]);

  return { surface, below, above, roll, ...act };
}

/** The bars that two ticks lie in, and those between them. */
function barsBetween({ grid, content }: RollScene, from: number, to: number): BarRange {
  const last = Math.max(0, content.endTick - 1);
  const bars = [from, to].map((tick) => grid.positionAt(clamp(tick, 0, last)).bar);
  return { from: Math.min(...bars) - 1, to: Math.max(...bars) };
}

/** The playhead in words, renewed when it reaches another beat. */
function sayPlayhead(slider: HTMLElement, { scene, playhead }: RollController): void {
  const text = describePlace({ tick: playhead }, scene.grid);
  if (slider.ariaValueText === text) return;
  slider.ariaValueText = text;
  slider.ariaValueNow = String(Math.round(playhead));
}
