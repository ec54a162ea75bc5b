/** Where bars and beats lie, by the time signatures. */
import { clamp } from '../../lib/clamp';
import type { TimeSignature } from '../../music/song';
import { ticksPerBar, ticksPerBeat } from '../../music/time';

interface Section {
  tick: number;
  /** Number of its first bar, from 1. */
  bar: number;
  /** Ticks. */
  barLength: number;
  /** Ticks. */
  beatLength: number;
}

export interface BarAndBeat {
  /** From 1. */
  bar: number;
  /** From 1. */
  beat: number;
}

/** Notation of places throughout the page, in every language: "12.3" is beat 3 of bar 12. */
export function placeText({ bar, beat }: BarAndBeat): string {
  return `${bar}.${beat}`;
}

export interface GridLine {
  tick: number;
  kind: 'bar' | 'beat' | 'division';
  /** Number of the bar that begins here, from 1; 0 where none does. */
  bar: number;
}

export class BarGrid {
  readonly #sections: Section[] = [];

  /** @param signatures ordered by tick; four quarters to the bar where there is none */
  constructor(signatures: readonly TimeSignature[], ppq: number) {
    const all = signatures.length > 0 ? signatures : [{ tick: 0, numerator: 4, denominator: 4 }];
    let bar = 1;
    for (const signature of all) {
      const last = this.#sections.at(-1);
      const tick = last ? signature.tick : 0;
      if (last) bar = last.bar + Math.ceil((tick - last.tick) / last.barLength);
      this.#sections.push({
        tick,
        bar,
        barLength: ticksPerBar(signature, ppq),
        beatLength: ticksPerBeat(signature, ppq),
      });
    }
  }

  /** The bar and beat in which `tick` lies. */
  positionAt(tick: number): BarAndBeat {
    const section = this.#sectionAt(tick);
    const bars = Math.floor((tick - section.tick) / section.barLength);
    const rest = tick - section.tick - bars * section.barLength;
    return { bar: section.bar + bars, beat: Math.floor(rest / section.beatLength) + 1 };
  }

  /** The tick at which a bar begins, counted from 1. */
  tickOfBar(bar: number): number {
    const section = this.#sections.findLast((each) => each.bar <= bar) ?? this.#sections[0];
    return section.tick + (bar - section.bar) * section.barLength;
  }

  /** The beat or bar line nearest to `tick` in the direction of `step`, and past it. */
  next(tick: number, step: 1 | -1, unit: 'bar' | 'beat'): number {
    const section = this.#sectionAt(step > 0 ? tick : Math.max(0, tick - 1e-3));
    const length = unit === 'bar' ? section.barLength : section.beatLength;
    const count = (tick - section.tick) / length;
    const whole = step > 0 ? Math.floor(count + 1e-9) + 1 : Math.ceil(count - 1e-9) - 1;
    const after = this.#sections[this.#sections.indexOf(section) + 1]?.tick ?? Infinity;
    return clamp(section.tick + whole * length, 0, after);
  }

  /** The first bar line at `tick` or later. */
  barLineFrom(tick: number): number {
    const section = this.#sectionAt(tick);
    return section.tick + Math.ceil((tick - section.tick) / section.barLength) * section.barLength;
  }

  /**
   * The lines in `from <= tick <= to`, in order. Lines that would stand closer than `closest`
   * ticks are thinned out: first divisions of the beat, then beats, then every other bar.
   */
  lines(from: number, to: number, closest: number): GridLine[] {
    const lines: GridLine[] = [];
    this.#sections.forEach((section, i) => {
      const end = Math.min(to, (this.#sections[i + 1]?.tick ?? Infinity) - 1e-6);
      if (end < from || section.tick > to) return;
      const { barLength, beatLength } = section;
      const step = stepOf(section, closest);
      const first = Math.max(0, Math.ceil((from - section.tick) / step - 1e-9));
      for (let n = first; section.tick + n * step <= end; n++) {
        const offset = n * step;
        const onBar = isMultiple(offset, barLength);
        const kind = onBar ? 'bar' : isMultiple(offset, beatLength) ? 'beat' : 'division';
        const bar = onBar ? section.bar + Math.round(offset / barLength) : 0;
        lines.push({ tick: section.tick + offset, kind, bar });
      }
    });
    return lines;
  }

  #sectionAt(tick: number): Section {
    return this.#sections.findLast((section) => section.tick <= tick) ?? this.#sections[0];
  }
}

/** Ticks between lines: a quarter of a beat, half a beat, a beat, or 1, 2, 4, ... bars. */
function stepOf({ barLength, beatLength }: Section, closest: number): number {
  for (const step of [beatLength / 4, beatLength / 2, beatLength]) {
    if (step >= closest) return step;
  }
  let step = barLength;
  while (step < closest) step *= 2;
  return step;
}

function isMultiple(offset: number, of: number): boolean {
  return Math.abs(offset / of - Math.round(offset / of)) < 1e-6;
}
