/** Small songs for tests. */
import type { KeySignature, Note, Song } from '../../song';

/** Ticks per quarter note of the songs. */
const PPQ = 24;

/** One piano track; notes as [tick, duration, pitch], 24 ticks a quarter note. */
export function songOf(
  notes: readonly (readonly [tick: number, duration: number, pitch: number])[],
  meter: readonly [number, number] = [4, 4],
  keySignatures: KeySignature[] = [{ tick: 0, fifths: 0, mode: 'major' }],
): Song {
  return {
    title: 'Test',
    ppq: PPQ,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: meter[0], denominator: meter[1] }],
    keySignatures,
    tracks: [
      {
        name: 'Piano',
        channel: 0,
        program: 0,
        isDrum: false,
        notes: notes.map(
          ([tick, duration, pitch]): Note => ({ tick, duration, pitch, velocity: 72 }),
        ),
        pedal: [],
      },
    ],
  };
}
