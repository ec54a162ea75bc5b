/** Most common tempo and time signature of some pieces. */
import type { PackedSong } from '../music/packedSong';
import type { TypicalMeter } from './checkpoint';

/** @param songs at least one */
export function defaultTempoAndMeter(
  songs: readonly Pick<PackedSong, 'tempos' | 'timeSignatures'>[],
): TypicalMeter {
  const tempos = songs
    .map(({ tempos: [first] }) => first.microsecondsPerQuarter)
    .sort((a, b) => a - b);
  const counts = new Map<string, { count: number; signature: TypicalMeter['timeSignature'] }>();
  for (const { timeSignatures } of songs) {
    const { numerator, denominator } = timeSignatures[0];
    const key = `${numerator}/${denominator}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { count, signature: { numerator, denominator } });
  }
  const [commonest] = [...counts.values()].sort((a, b) => b.count - a.count);
  return {
    microsecondsPerQuarter: tempos[Math.floor(tempos.length / 2)],
    timeSignature: commonest.signature,
  };
}
