/** The damper pedal: notes as long as they ring, not as long as the key is held. */
import { partitionPoint } from '../lib/binarySearch';
import { endTick, type Note, type PedalChange, type Song, type Track } from './song';
import { TempoMap } from './tempoMap';

/** How long a string rings after its strike, at most, in seconds. */
const RING_SECONDS = 10;

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
  const ringing = new Ringing(clock);
  const lastEnd = endTick(notes);
  const downs = pedalSpans(pedal, lastEnd);
  const nextOnset = new Array<number>(128).fill(Number.POSITIVE_INFINITY);
  const heldFrom = new Array<number>(128).fill(Number.POSITIVE_INFINITY);
  const sounding = new Array<Note>(notes.length);
  for (let i = notes.length - 1; i >= 0; i--) {
    const note = notes[i];
    if (note.tick < heldFrom[note.pitch]) {
      nextOnset[note.pitch] = heldFrom[note.pitch];
      heldFrom[note.pitch] = note.tick;
    }
    const end = note.tick + note.duration;
    const up = Math.min(pedalUpAfter(downs, end), nextOnset[note.pitch]);
    const rings = Math.max(end, ringing.limit(note.tick, up));
    sounding[i] = rings > end ? { ...note, duration: rings - note.tick } : note;
  }
  return sounding;
}

interface Span {
  from: number;
  to: number;
}

/** The stretches during which the pedal is down, in ticks. */
function pedalSpans(pedal: readonly PedalChange[], end: number): Span[] {
  const spans: Span[] = [];
  let from: number | undefined;
  for (const change of pedal) {
    if (change.down) from ??= change.tick;
    else if (from !== undefined) {
      spans.push({ from, to: change.tick });
      from = undefined;
    }
  }
  if (from !== undefined) spans.push({ from, to: Math.max(end, from) });
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

/** Whether the pedal stays down to the end while the part plays for longer than a string rings. */
export function isPedalLeftDown({ notes, pedal }: Track, { tempos, ppq }: Clock): boolean {
  const lastDown = pedal.at(-1)?.down ? pedal.at(-1) : undefined;
  const lastNote = notes.at(-1);
  if (!lastDown || !lastNote) return false;
  const map = new TempoMap(tempos, ppq);
  return map.secondsAt(lastNote.tick) - map.secondsAt(lastDown.tick) > RING_SECONDS;
}
