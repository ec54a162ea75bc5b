/** A score's notes in seconds, as typed arrays ordered by onset. */
import { partitionPoint } from '../lib/binarySearch';
import { compareNotes, endTick } from '../music/song';
import { TempoMap } from '../music/tempoMap';
import type { Score } from './score';

export interface TimedNotes {
  readonly count: number;
  /** Onsets in seconds at the written tempo, ascending. */
  readonly starts: Float64Array;
  /** Ends in seconds, each of the note at the same index. */
  readonly ends: Float64Array;
  /** MIDI note numbers. */
  readonly pitches: Uint8Array;
  /** 1..127. */
  readonly velocities: Uint8Array;
  /** Where the music begins, in ticks and in seconds. */
  readonly startTick: number;
  readonly start: number;
  /** Length of the piece in seconds, from tick 0. */
  readonly duration: number;
  readonly tempoMap: TempoMap;
}

export function timeNotes(score: Score): TimedNotes {
  const tempoMap = new TempoMap(score.tempos, score.ppq);
  const notes = [...score.notes].sort(compareNotes);
  const starts = new Float64Array(notes.length);
  const ends = new Float64Array(notes.length);
  const pitches = new Uint8Array(notes.length);
  const velocities = new Uint8Array(notes.length);
  notes.forEach((note, i) => {
    starts[i] = tempoMap.secondsAt(note.tick);
    ends[i] = tempoMap.secondsAt(note.tick + note.duration);
    pitches[i] = note.pitch;
    velocities[i] = note.velocity;
  });
  const duration = tempoMap.secondsAt(Math.max(score.endTick ?? 0, endTick(notes)));
  const { startTick = 0 } = score;
  const start = tempoMap.secondsAt(startTick);
  const count = notes.length;
  return { count, starts, ends, pitches, velocities, startTick, start, duration, tempoMap };
}

/** Index of the first note that begins at `seconds` or later; `count` where there is none. */
export function firstNoteFrom(notes: TimedNotes, seconds: number): number {
  return partitionPoint(notes.count, (i) => notes.starts[i] < seconds);
}
