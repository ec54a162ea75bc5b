/** Meter and tempo of most of a piece: the first entries of its maps may be those of an upbeat. */
import type { PackedSong } from './packedSong';
import { DEFAULT_MICROSECONDS_PER_QUARTER, type TempoChange, type TimeSignature } from './song';
import { TempoMap } from './tempoMap';

export type Meter = Omit<TimeSignature, 'tick'>;

const COMMON_TIME: Meter = { numerator: 4, denominator: 4 };
/** Bars of takes, in whole notes: shorter and longer ones make no take of usual length. */
const SHORTEST_BAR = 3 / 8;
const LONGEST_BAR = 2;
const NOTE_FIELDS = 4;

/** Whether takes may have this meter. */
function isUsualMeter({ numerator, denominator }: Meter): boolean {
  const wholes = numerator / denominator;
  return wholes >= SHORTEST_BAR && wholes <= LONGEST_BAR;
}

/** This meter, or 4/4 in place of one that takes may not have. */
export function usualMeter(meter: Meter): Meter {
  return isUsualMeter(meter) ? meter : COMMON_TIME;
}

/** The signatures of a song, each row of unusual ones as one of its predominant meter. */
export function usualSignatures(song: PackedSong): readonly TimeSignature[] {
  const { timeSignatures } = song;
  if (timeSignatures.every(isUsualMeter)) return timeSignatures;
  const instead = predominantMeter([song]);
  return timeSignatures.flatMap((signature, i) => {
    if (isUsualMeter(signature)) return [signature];
    const isFirst = i === 0 || isUsualMeter(timeSignatures[i - 1]);
    return isFirst ? [{ tick: signature.tick, ...instead }] : [];
  });
}

/**
 * The usual meter that holds for most of the notes of these songs, percussion left out; 4/4 where
 * no note stands in a usual meter.
 */
export function predominantMeter(songs: readonly PackedSong[]): Meter {
  const counts = new Map<string, { count: number; meter: Meter }>();
  for (const song of songs) {
    for (const [meter, notes] of notesByMeter(song)) {
      const key = `${meter.numerator}/${meter.denominator}`;
      const known = counts.get(key);
      if (known) known.count += notes;
      else counts.set(key, { count: notes, meter });
    }
  }
  let best = { count: 0, meter: COMMON_TIME };
  for (const entry of counts.values()) {
    if (entry.count > best.count && isUsualMeter(entry.meter)) best = entry;
  }
  return best.meter;
}

function notesByMeter({ timeSignatures, tracks }: PackedSong): [Meter, number][] {
  const counts = timeSignatures.map(() => 0);
  for (const { notes, isDrum } of tracks) {
    if (isDrum) continue;
    let at = 0;
    // Notes and signatures are both ordered.
    for (let i = 0; i < notes.length; i += NOTE_FIELDS) {
      while (at + 1 < counts.length && timeSignatures[at + 1].tick <= notes[i]) at++;
      counts[at]++;
    }
  }
  return timeSignatures.map(({ numerator, denominator }, i) => [
    { numerator, denominator },
    counts[i],
  ]);
}

/**
 * The median tempo of the song, weighted by time, from its first note to its last end, in
 * microseconds per quarter.
 */
export function typicalTempo(song: Pick<PackedSong, 'tempos' | 'ppq' | 'tracks'>): number {
  const { from, to } = extent(song);
  const map = new TempoMap(song.tempos, song.ppq);
  const spans = song.tempos
    .map(({ tick, microsecondsPerQuarter }, i) => {
      const begin = Math.max(from, tick);
      const end = Math.min(to, song.tempos[i + 1]?.tick ?? to);
      return { microsecondsPerQuarter, seconds: map.secondsAt(end) - map.secondsAt(begin) };
    })
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => a.microsecondsPerQuarter - b.microsecondsPerQuarter);
  let left = spans.reduce((sum, { seconds }) => sum + seconds, 0) / 2;
  for (const { microsecondsPerQuarter, seconds } of spans) {
    left -= seconds;
    if (left <= 0) return microsecondsPerQuarter;
  }
  return inForce(song.tempos, from)?.microsecondsPerQuarter ?? DEFAULT_MICROSECONDS_PER_QUARTER;
}

/** First onset and last end of the pitched notes, in ticks; both 0 without notes. */
function extent({ tracks }: Pick<PackedSong, 'tracks'>): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const { notes, isDrum } of tracks) {
    if (isDrum) continue;
    for (let i = 0; i < notes.length; i += NOTE_FIELDS) {
      from = Math.min(from, notes[i]);
      to = Math.max(to, notes[i] + notes[i + 1]);
    }
  }
  return to === 0 ? { from: 0, to: 0 } : { from, to };
}

/** The entry of the map in force at `tick`; undefined for an empty map. */
export function inForce<T extends TempoChange | TimeSignature>(
  map: readonly T[],
  tick: number,
): T | undefined {
  return map.findLast((entry) => entry.tick <= tick) ?? map[0];
}
