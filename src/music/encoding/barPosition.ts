/** Position of a grid tick in its bar, an input of the network for each note. */
import { clamp } from '../../lib/clamp';
import type { TimeSignature } from '../song';
import { GRID_PPQ } from './tickClasses';

/** Grid ticks per eighth note, the unit of the position in the bar. */
const EIGHTH = GRID_PPQ / 2;

/** Classes of bar lengths and of positions in the bar, in eighths; the last holds longer bars. */
export const BAR_CLASSES = 24;
export const BEAT_CLASSES = GRID_PPQ;

export interface BarPosition {
  /** Length of the bar in eighths, less one. */
  meter: number;
  /** Eighths since the bar line. */
  bar: number;
  /** Grid ticks since the last quarter of the bar. */
  beat: number;
}

/** A time signature in grid ticks. */
export interface GridMeter {
  /** Grid tick of its start, a bar line. */
  tick: number;
  /** Grid ticks per bar, at least 1. */
  barTicks: number;
}

export function gridMeters(signatures: readonly TimeSignature[], ppq: number): GridMeter[] {
  return signatures.map(({ tick, numerator, denominator }) => ({
    tick: Math.round((tick * GRID_PPQ) / ppq),
    barTicks: Math.max(1, Math.round((numerator * 4 * GRID_PPQ) / denominator)),
  }));
}

/** @param meter the one in force at `tick` */
export function barPosition(tick: number, meter: GridMeter): BarPosition {
  const inBar = (tick - meter.tick) % meter.barTicks;
  return {
    meter: clamp(Math.round(meter.barTicks / EIGHTH) - 1, 0, BAR_CLASSES - 1),
    bar: clamp(Math.floor(inBar / EIGHTH), 0, BAR_CLASSES - 1),
    beat: inBar % GRID_PPQ,
  };
}
