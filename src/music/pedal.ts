/** The damper pedal: notes as long as they ring, not as long as the key is held. */
import { partitionPoint } from '../lib/binarySearch';
import { endTick, type Note, type PedalChange } from './song';

/**
 * Lengthens every note whose key is let go while the damper pedal is down: it rings until the
 * pedal comes up, until the same key is struck again, or, where the pedal never comes up, until
 * the last note of the part ends.
 * @param notes ordered by tick; left as they are
 * @param pedal ordered by tick, of the same part
 * @returns new notes in the same order; `notes` itself where there is no pedal
 */
export function applyPedal(notes: readonly Note[], pedal: readonly PedalChange[]): readonly Note[] {
  if (!pedal.some((change) => change.down)) return notes;
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
    const rings = Math.min(pedalUpAfter(downs, end), nextOnset[note.pitch]);
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
