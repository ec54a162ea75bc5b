/** Bar lines of a score, and the levels of a meter at which lengths are divided. */
import type { KeySignature, TimeSignature } from '../song';
import { type ScoreBar, WHOLE } from './score';

/** Shortest notated length without a tuplet: a sixty-fourth. */
const SHORTEST = WHOLE / 64;

/**
 * Bars until `end`, at least one and at most `most`.
 * @param signatures in score ticks, ordered, first entry at tick 0
 * @param keys in score ticks, ordered, first entry at tick 0; each holds from the next bar line on
 */
export function scoreBars(
  signatures: readonly TimeSignature[],
  keys: readonly KeySignature[],
  end: number,
  most = Number.POSITIVE_INFINITY,
): ScoreBar[] {
  const changes = signatures.map((signature) => ({
    tick: Math.round(signature.tick / SHORTEST) * SHORTEST,
    signature: writable(signature),
  }));
  const bars: ScoreBar[] = [];
  let change = 0;
  let key = 0;
  for (let tick = 0; (tick < end || bars.length === 0) && bars.length < most; ) {
    while (change + 1 < changes.length && changes[change + 1].tick <= tick) change++;
    while (key + 1 < keys.length && keys[key + 1].tick <= tick + SHORTEST) key++;
    const { signature } = changes[change];
    const whole = (WHOLE * signature.numerator) / signature.denominator;
    const next = changes[change + 1]?.tick ?? Number.POSITIVE_INFINITY;
    const ticks = Math.min(whole, next - tick);
    const { fifths, mode } = keys[key];
    bars.push({ tick, ticks, signature, key: { fifths, mode } });
    tick += ticks;
  }
  return bars;
}

/** The signature, or 4/4 in place of one that is shorter than a note or longer than a line. */
function writable({ numerator, denominator }: TimeSignature): ScoreBar['signature'] {
  const isWritable =
    numerator >= 1 && numerator <= 64 && [1, 2, 4, 8, 16, 32, 64].includes(denominator);
  return isWritable ? { numerator, denominator } : { numerator: 4, denominator: 4 };
}

/** The part of a bar in which one kind of tuplet may stand: a quarter, or the beat if shorter. */
export function segmentTicks({ signature }: Pick<ScoreBar, 'signature'>): number {
  return Math.min(WHOLE / 4, WHOLE / signature.denominator);
}

/** Whether three beats make one, as in 6/8. */
export function isCompound({ numerator, denominator }: ScoreBar['signature']): boolean {
  return denominator >= 8 && numerator > 3 && numerator % 3 === 0;
}

/** Length of what is beamed together. */
export function beamTicks({ signature }: Pick<ScoreBar, 'signature'>): number {
  const beat = WHOLE / signature.denominator;
  if (isCompound(signature) || (signature.denominator === 8 && signature.numerator === 3)) {
    return 3 * beat;
  }
  return Math.max(WHOLE / 4, beat > WHOLE / 4 ? 0 : beat);
}

/** Lengths that divide a bar, the strongest first: 4/4 gives whole, half, quarter and so on. */
export function meterLevels({ numerator, denominator }: ScoreBar['signature']): number[] {
  const beat = WHOLE / denominator;
  const levels = [beat * numerator];
  const compound = isCompound({ numerator, denominator });
  const beats = compound ? numerator / 3 : numerator;
  if (beats % 2 === 0 && beats > 2) levels.push((beat * numerator) / 2);
  if (compound) levels.push(3 * beat);
  for (let size = beat; size >= SHORTEST; size /= 2) if (size < levels[0]) levels.push(size);
  return levels;
}
