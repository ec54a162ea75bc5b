/** The damper pedal: notes as long as they ring, not as long as the key is held. */
import { partitionPoint } from '../lib/binarySearch';
import { endTick, type Note, type PedalChange, type Song, type Track } from './song';
import { TempoMap } from './tempoMap';

/** How long a string rings after its strike, at most, in seconds. */
const RING_SECONDS = 10;
/** Music under one pedal that is lifted lasts no longer, in seconds; performances reach twenty. */
const PEDAL_SECONDS = 30;

/** What turns ticks into seconds. */
export type Clock = Pick<Song, 'tempos' | 'ppq'>;

/**
 * Lengthens every note whose key is let go while the damper pedal is down: it rings until the
 * pedal comes up, until the same key is struck again, where the pedal never comes up until the
 * last note of the part ends, but no longer than a string does.
 * @param notes ordered by tick; left as they are
 * @param pedal ordered by tick, of the same part
 * @returns new notes in the same order; `notes` itself where there is no pedal
 */
export function applyPedal(
  notes: readonly Note[],
  pedal: readonly PedalChange[],
  clock: Clock,
): readonly Note[] {
  if (!pedal.some((change) => change.down)) return notes;
  const sounding = new Array<Note>(notes.length);
  ring(notes, pedalSpans(pedal, endTick(notes)), clock, (i, rings) => {
    const note = notes[i];
    sounding[i] = rings > endOf(note) ? { ...note, duration: rings - note.tick } : note;
  });
  return sounding;
}

const endOf = ({ tick, duration }: Note): number => tick + duration;

/**
 * Where each note ends, from the last to the first.
 * @param visit `rings` is before `damped`, where pedal or key would end it, if its string dies away
 */
function ring(
  notes: readonly Note[],
  downs: readonly Span[],
  clock: Clock,
  visit: (index: number, rings: number, damped: number) => void,
): void {
  const ringing = new Ringing(clock);
  const nextOnset = new Array<number>(128).fill(Number.POSITIVE_INFINITY);
  const heldFrom = new Array<number>(128).fill(Number.POSITIVE_INFINITY);
  for (let i = notes.length - 1; i >= 0; i--) {
    const note = notes[i];
    if (note.tick < heldFrom[note.pitch]) {
      nextOnset[note.pitch] = heldFrom[note.pitch];
      heldFrom[note.pitch] = note.tick;
    }
    const end = endOf(note);
    const damped = Math.min(pedalUpAfter(downs, end), nextOnset[note.pitch]);
    visit(i, Math.max(end, ringing.limit(note.tick, damped)), damped);
  }
}

interface Span {
  from: number;
  to: number;
  isLifted: boolean;
}

/** The stretches during which the pedal is down, in ticks. */
function pedalSpans(pedal: readonly PedalChange[], end: number): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (const change of pedal) {
    if (change.down) from ??= change.tick;
    else if (from !== undefined) {
      spans.push({ from, to: change.tick, isLifted: true });
      from = undefined;
    }
  }
  if (from !== undefined) spans.push({ from, to: Math.max(end, from), isLifted: false });
  return spans;
}

/** When the pedal that is down at `tick` comes up; `tick` itself where it is up. */
function pedalUpAfter(spans: readonly Span[], tick: number): number {
  const i = partitionPoint(spans.length, (at) => spans[at].to <= tick);
  return i < spans.length && spans[i].from <= tick ? spans[i].to : tick;
}

/** Ticks at which strings have died away. */
class Ringing {
  readonly #map: TempoMap;
  /** Ticks that are shorter than any string rings, whatever the tempo. */
  readonly #short: number;

  constructor({ tempos, ppq }: Clock) {
    this.#map = new TempoMap(tempos, ppq);
    const slowest = tempos.reduce((most, t) => Math.max(most, t.microsecondsPerQuarter), 1);
    this.#short = (RING_SECONDS * 1e6 * ppq) / slowest;
  }

  /** `end`, or where the string struck at `tick` has died away, whichever comes first. */
  limit(tick: number, end: number): number {
    if (end - tick <= this.#short) return end;
    return Math.min(end, Math.round(this.#map.tickAt(this.#map.secondsAt(tick) + RING_SECONDS)));
  }
}

/**
 * Whether strings die away under a pedal that stays down while the part goes on: it is never lifted,
 * or late, as by the reset at the end of a file.
 */
export function overlongPedal(
  { notes, pedal }: Pick<Track, 'notes' | 'pedal'>,
  clock: Clock,
): 'never lifted' | 'lifted late' | undefined {
  const map = new TempoMap(clock.tempos, clock.ppq);
  const overlong = pedalSpans(pedal, endTick(notes)).filter(({ from, to, isLifted }) => {
    const last = notes[partitionPoint(notes.length, (i) => notes[i].tick < to) - 1];
    const most = isLifted ? PEDAL_SECONDS : RING_SECONDS;
    return last && map.secondsAt(last.tick) - map.secondsAt(from) > most;
  });
  if (overlong.length === 0) return undefined;
  let isCut = false;
  ring(notes, overlong, clock, (_, rings, damped) => {
    if (rings < damped) isCut = true;
  });
  if (!isCut) return undefined;
  return overlong.every(({ isLifted }) => isLifted) ? 'lifted late' : 'never lifted';
}
