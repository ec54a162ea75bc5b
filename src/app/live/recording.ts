/** One recording: events on the clock of its bars, and what follows from them. */
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { type PlayedMusic, playedSoFar } from '../../music/performance/playedSong';
import type { Note } from '../../music/song';
import { RECORDER_PPQ, type RecorderSettings } from './liveState';

export class Recording {
  readonly #settings: RecorderSettings;
  readonly #start: number;
  readonly #events: PlayedEvent[] = [];
  readonly #held = new Set<number>();
  #lastRelease = Number.NEGATIVE_INFINITY;

  /** @param start page time, in milliseconds, at which the first bar is heard */
  constructor(settings: RecorderSettings, start: number) {
    this.#settings = settings;
    this.#start = start;
  }

  /** Milliseconds. */
  get quarter(): number {
    return 60_000 / this.#settings.tempo;
  }

  /** Milliseconds. */
  get beat(): number {
    return (this.quarter * 4) / this.#settings.meter.denominator;
  }

  /** Milliseconds. */
  get bar(): number {
    return this.beat * this.#settings.meter.numerator;
  }

  get isEmpty(): boolean {
    return !this.#events.some(({ kind }) => kind === 'down');
  }

  /** Adds what was played; what lies before the second half of the count-in is a trial. */
  add(event: PlayedEvent): void {
    const time = event.time - this.#start;
    if (time < -this.bar / 2 && event.kind !== 'pedal') return;
    this.#events.push({ ...event, time });
    if (event.kind === 'down') this.#held.add(event.pitch);
    if (event.kind === 'up' && this.#held.delete(event.pitch)) this.#lastRelease = time;
  }

  /** Whether a call is over: a bar of silence after it. @param now page time */
  isOver(now: number): boolean {
    if (this.isEmpty || this.#held.size > 0) return false;
    return now - this.#start - this.#lastRelease >= this.bar;
  }

  /** Page time of the first bar line not before `time`. */
  barLineFrom(time: number): number {
    return this.#start + Math.ceil((time - this.#start) / this.bar) * this.bar;
  }

  /** Page time of the bar line before `time`, or of the next one where that is less than a beat off. */
  barLineAround(time: number): number {
    return this.#start + Math.floor((time - this.#start + this.beat / 2) / this.bar) * this.bar;
  }

  /** The beat of its bar that is heard at page time `now`, from 1. */
  beatAt(now: number): number {
    const { numerator } = this.#settings.meter;
    const beat = Math.floor((now - this.#start) / this.beat + 1e-6);
    return (((beat % numerator) + numerator) % numerator) + 1;
  }

  /** Ticks of `RECORDER_PPQ` from the first bar on; negative during the count-in. */
  tickAt(now: number): number {
    return ((now - this.#start) * RECORDER_PPQ) / this.quarter;
  }

  notes(now: number): Note[] {
    const scale = { ppq: RECORDER_PPQ, quarter: this.quarter };
    return playedSoFar(this.#events, now - this.#start, scale);
  }

  music(now: number): PlayedMusic {
    const { meter, tempo } = this.#settings;
    const events = [...this.#events].sort((a, b) => a.time - b.time);
    const microsecondsPerQuarter = Math.round(60e6 / tempo);
    return { events, end: now - this.#start, meter, microsecondsPerQuarter };
  }
}
