/** Typical tempo and time signature of some pieces. */
import type { PackedSong } from '../music/packedSong';
import { predominantMeter, typicalTempo } from '../music/typical';
import type { TypicalMeter } from './checkpoint';

/**
 * The meter of most of their notes, and the median of their tempos.
 * @param songs at least one
 */
export function defaultTempoAndMeter(songs: readonly PackedSong[]): TypicalMeter {
  const tempos = songs.map(typicalTempo).sort((a, b) => a - b);
  return {
    microsecondsPerQuarter: tempos[Math.floor(tempos.length / 2)],
    timeSignature: predominantMeter(songs),
  };
}
