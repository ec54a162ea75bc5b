/** The opening of a piece, in the one meter and tempo in which a take goes on from it. */
import type { PackedSong } from './packedSong';
import type { TimeSignature } from './song';
import { barLineBefore, ticksPerBar } from './time';
import { inForce, type Meter, usualSignatures } from './typical';

export interface Opening {
  /**
   * The whole piece from the bar line before its first note on, written in the opening's meter and
   * tempo from tick 0, so that its bar lines are those of the piece where the opening ends.
   */
  song: PackedSong;
  /** Bars of the opening's meter, one that an upbeat begins in included, or notes. */
  length: number;
  meter: Meter;
  microsecondsPerQuarter: number;
}

const NOTE_FIELDS = 4;
const PEDAL_FIELDS = 2;

/**
 * The first `length` bars, an upbeat not counted, or notes of the song, in the meter and tempo in
 * force where they end.
 */
export function openingOf(song: PackedSong, length: number, unit: 'bars' | 'notes'): Opening {
  const onsets = pitchedOnsets(song);
  const first = onsets[0] ?? 0;
  const signatures = usualSignatures(song);
  const end =
    unit === 'bars'
      ? endOfBars(signatures, song.ppq, first, length)
      : (onsets[Math.min(length, onsets.length) - 1] ?? 0);
  const { tick, ...meter } = inForce(signatures, end) ?? signatures[0];
  const tempo = inForce(song.tempos, end);
  const bar = ticksPerBar({ tick, ...meter }, song.ppq);
  const start = tick + Math.floor((first - tick) / bar) * bar;
  const microsecondsPerQuarter =
    tempo?.microsecondsPerQuarter ?? song.tempos[0].microsecondsPerQuarter;
  return {
    song: {
      ...song,
      tempos: [{ tick: 0, microsecondsPerQuarter }],
      timeSignatures: [{ tick: 0, ...meter }],
      keySignatures: [],
      tracks: song.tracks.map((track) => ({
        ...track,
        notes: moved(track.notes, NOTE_FIELDS, start),
        pedal: moved(track.pedal, PEDAL_FIELDS, start),
      })),
    },
    length: unit === 'bars' ? Math.round((end - start) / bar) : length,
    meter,
    microsecondsPerQuarter,
  };
}

/** End of `length` bars from the one that holds `first`, an upbeat not counted. */
function endOfBars(
  signatures: readonly TimeSignature[],
  ppq: number,
  first: number,
  length: number,
): number {
  let at = Math.max(
    0,
    signatures.findLastIndex(({ tick }) => tick <= first),
  );
  let end = barLineBefore(first, signatures, ppq);
  let upbeat = false;
  for (let bars = 0; bars < length; ) {
    const next = signatures[at + 1];
    const whole = end + ticksPerBar(signatures[at], ppq);
    const isLast = next !== undefined && whole >= next.tick;
    const isUpbeat = isLast && bars === 0 && !upbeat && next.tick - end < ticksPerBar(next, ppq);
    end = isLast ? next.tick : whole;
    if (isLast) at++;
    if (isUpbeat) upbeat = true;
    else bars++;
  }
  return end;
}

/** Onsets of the pitched notes, ascending. */
function pitchedOnsets({ tracks }: PackedSong): Int32Array {
  const onsets: number[] = [];
  for (const { notes, isDrum } of tracks) {
    if (isDrum) continue;
    for (let i = 0; i < notes.length; i += NOTE_FIELDS) onsets.push(notes[i]);
  }
  return Int32Array.from(onsets).sort();
}

/** Records with their first field, a tick, moved to the left, not beyond 0. */
function moved(
  records: Int32Array<ArrayBuffer>,
  fields: number,
  by: number,
): Int32Array<ArrayBuffer> {
  const copy = records.slice();
  for (let i = 0; i < copy.length; i += fields) copy[i] = Math.max(0, Math.round(copy[i] - by));
  return copy;
}
