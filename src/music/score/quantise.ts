/**
 * Puts the notes of one staff on the grid of a score. Each beat gets the coarsest division that
 * holds its onsets; where none does, the one with the least sum of squared errors and cost.
 */
import { partitionPoint } from '../../lib/binarySearch';
import { compareNotes, type Note } from '../song';
import { DIVISIONS, type Division, divisionsOf } from './divisions';
import type { ScoreBar } from './score';
import { segmentTicks } from './scoreBars';

/** Ticks off a place that still count as on it. */
const EXACT = 3;
/** Error that costs as much as one step of a finer division, ticks. */
const ERROR = 12;
/** An untidy end this near to the next onset, as shares of the time until it, means legato. */
const LEGATO = { from: 0.7, to: 1.2 };
/** The finest division that is taken only if nothing else fits. */
const LAST_RESORT = 24;

interface Beat {
  tick: number;
  ticks: number;
  division: Division;
}

/**
 * @param notes in score ticks, which need not be whole, ordered by tick
 * @param bars to the end of the notes or beyond
 * @returns notes with whole ticks, ordered by tick, then pitch; of several notes with the same key
 * and onset the longest stays
 */
export function quantise(notes: readonly Note[], bars: readonly ScoreBar[]): Note[] {
  const beats = beatsOf(bars);
  chooseDivisions(notes, beats);
  const onsets = notes.map(({ tick }) => nearest(tick, beatAt(beats, tick), 'parts'));
  const starts = [...new Set(onsets)].sort((a, b) => a - b);
  const found = notes.map((note, i): Note => {
    const tick = onsets[i];
    const end = endOf(note, tick, starts, beats);
    return { ...note, tick, duration: end - tick };
  });
  return separate(found.sort(compareNotes));
}

function beatsOf(bars: readonly ScoreBar[]): Beat[] {
  const beats: Beat[] = [];
  for (const bar of bars) {
    const size = segmentTicks(bar);
    for (let at = 0; at < bar.ticks; at += size) {
      const ticks = Math.min(size, bar.ticks - at);
      beats.push({ tick: bar.tick + at, ticks, division: DIVISIONS[0] });
    }
  }
  return beats;
}

function beatAt(beats: readonly Beat[], tick: number): Beat {
  const after = partitionPoint(beats.length, (i) => beats[i].tick <= tick);
  return beats[Math.max(0, after - 1)];
}

function chooseDivisions(notes: readonly Note[], beats: readonly Beat[]): void {
  const places = new Map<Beat, number[]>();
  for (const { tick } of notes) {
    const beat = beatAt(beats, tick);
    const place = tick - beat.tick;
    const known = places.get(beat);
    if (known) known.push(place);
    else places.set(beat, [place]);
  }
  for (const [beat, own] of places) beat.division = bestDivision(beat.ticks, own);
}

function bestDivision(ticks: number, places: readonly number[]): Division {
  const divisions = divisionsOf(ticks);
  const errors = divisions.map(({ parts }) =>
    places.map((place) => Math.abs(place - Math.round((place * parts) / ticks) * (ticks / parts))),
  );
  const exact = divisions.findIndex(
    ({ parts }, i) => parts < LAST_RESORT && errors[i].every((error) => error <= EXACT),
  );
  if (exact >= 0) return divisions[exact];
  const costs = divisions.map(
    ({ cost }, i) => cost + errors[i].reduce((sum, error) => sum + (error / ERROR) ** 2, 0),
  );
  return divisions[costs.indexOf(Math.min(...costs))];
}

/** The place of the beat's division that is nearest to `tick`. */
function nearest(tick: number, beat: Beat, kind: 'parts' | 'ends'): number {
  const own = beat.division[kind];
  const parts = divisionsOf(beat.ticks).some(({ parts }) => parts === own)
    ? own
    : beat.division.parts;
  return beat.tick + Math.round(((tick - beat.tick) * parts) / beat.ticks) * (beat.ticks / parts);
}

/** Where the note ends in writing, after its written onset `tick`. */
function endOf(
  note: Note,
  tick: number,
  starts: readonly number[],
  beats: readonly Beat[],
): number {
  const played = note.tick + note.duration;
  const beat = beatAt(beats, played);
  const fine = nearest(played, beat, 'ends');
  const next = starts[partitionPoint(starts.length, (i) => starts[i] <= tick)];
  if (Math.abs(played - fine) <= EXACT && fine > tick) return fine;
  if (next !== undefined) {
    const share = note.duration / (next - tick);
    if (share >= LEGATO.from && share <= LEGATO.to) return next;
  }
  const plain = nearest(played, beat, 'parts');
  if (plain > tick) return plain;
  if (fine > tick) return fine;
  return endAfter(tick, beats);
}

/** The first place after `tick` at which a note can end. */
function endAfter(tick: number, beats: readonly Beat[]): number {
  const beat = beatAt(beats, tick);
  const parts = divisionsOf(beat.ticks).some(({ parts }) => parts === beat.division.ends)
    ? beat.division.ends
    : beat.division.parts;
  return tick + beat.ticks / parts;
}

/** Notes without overlap of the same key. */
function separate(ordered: readonly Note[]): Note[] {
  const kept: Note[] = [];
  const latest = new Map<number, Note>();
  for (const note of ordered) {
    const before = latest.get(note.pitch);
    if (before?.tick === note.tick) {
      before.duration = Math.max(before.duration, note.duration);
      continue;
    }
    if (before) before.duration = Math.min(before.duration, note.tick - before.tick);
    latest.set(note.pitch, note);
    kept.push(note);
  }
  return kept;
}
