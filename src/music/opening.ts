/** The opening of a piece, in the one meter and tempo in which a take goes on from it. */
import type { PackedSong } from './packedSong';
import type { TimeSignature } from './song';
import { ticksPerBar } from './time';
import { inForce, isUsualMeter, type Meter, predominantMeter } from './typical';

export interface Opening {
  /**
   * The whole piece from the bar line before its first note on, written in the opening's meter and
   * tempo from tick 0, so that its bar lines are those of the piece where the opening ends.
   */
  song: PackedSong;
  /** Bars or notes of the opening: an upbeat counts as no bar. */
  length: number;
  meter: Meter;
  microsecondsPerQuarter: number;
}

const NOTE_FIELDS = 4;
const PEDAL_FIELDS = 2;

/** The first `length` bars or notes of the song, in the meter and tempo in force where they end. */
export function openingOf(song: PackedSong, length: number, unit: 'bars' | 'notes'): Opening {
  const onsets = pitchedOnsets(song);
  const first = onsets[0] ?? 0;
  const bars = unit === 'bars' ? barsFrom(song, first, length) : undefined;
  const end = bars?.end ?? onsets[Math.min(length, onsets.length) - 1] ?? 0;
  const { tick, ...meter } = usualMeter(song, end);
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
    length: length + (bars?.upbeat ? 1 : 0),
    meter,
    microsecondsPerQuarter,
  };
}

/** The meter in force at `tick`, or where that is none for takes, the predominant one. */
function usualMeter(song: PackedSong, tick: number): TimeSignature {
  const signature = inForce(song.timeSignatures, tick);
  return signature && isUsualMeter(signature)
    ? signature
    : { tick: 0, ...predominantMeter([song]) };
}

/** End of `length` bars from the one that holds `first`, an upbeat not counted. */
function barsFrom(
  { timeSignatures, ppq }: PackedSong,
  first: number,
  length: number,
): { end: number; upbeat: boolean } {
  let at = Math.max(
    0,
    timeSignatures.findLastIndex(({ tick }) => tick <= first),
  );
  const signature = timeSignatures[at];
  const bar = ticksPerBar(signature, ppq);
  let end = signature.tick + Math.floor((first - signature.tick) / bar) * bar;
  let upbeat = false;
  for (let bars = 0; bars < length; ) {
    const here = timeSignatures[at];
    const next = timeSignatures[at + 1];
    const whole = end + ticksPerBar(here, ppq);
    const isLast = next !== undefined && whole >= next.tick;
    const isUpbeat = isLast && bars === 0 && !upbeat && next.tick - end < ticksPerBar(next, ppq);
    end = isLast ? next.tick : whole;
    if (isLast) at++;
    if (isUpbeat) upbeat = true;
    else bars++;
  }
  return { end, upbeat };
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
