/** The time and key signatures of a score as it is played. */
import type { KeySignature, TimeSignature } from '../../song';
import type { MeasureContent } from './measureContent';
import { COMMON_TIME, inForce, type Played } from './playedMeasures';

/** Signatures that put every bar line where the score has it, upbeats included. */
export function signaturesOf(
  parts: readonly MeasureContent[][],
  played: readonly Played[],
  ppq: number,
): TimeSignature[] {
  const meters = inForce(parts, ({ time }) => time);
  const signatures: TimeSignature[] = [];
  for (const { index, tick, ticks } of played) {
    const meter = fitting(meters[index] ?? COMMON_TIME, ticks, ppq);
    const last = signatures.at(-1);
    if (last?.numerator === meter.numerator && last.denominator === meter.denominator) continue;
    signatures.push({ tick, ...meter });
  }
  return signatures.length > 0 ? signatures : [{ tick: 0, ...COMMON_TIME }];
}

/** The meter, or the one of the same or a shorter beat that has the measure's length. */
function fitting(
  meter: Omit<TimeSignature, 'tick'>,
  ticks: number,
  ppq: number,
): Omit<TimeSignature, 'tick'> {
  for (let denominator = meter.denominator; denominator <= 64; denominator *= 2) {
    const numerator = (ticks * denominator) / (4 * ppq);
    if (Number.isInteger(numerator) && numerator >= 1 && numerator <= 255) {
      return { numerator, denominator };
    }
  }
  return meter;
}

export function keysOf(
  contents: readonly MeasureContent[],
  played: readonly Played[],
): KeySignature[] {
  const keys = inForce([[...contents]], ({ key }) => key);
  const signatures: KeySignature[] = [];
  for (const { index, tick } of played) {
    const key = keys[index];
    const last = signatures.at(-1);
    if (!key || (last?.fifths === key.fifths && last.mode === key.mode)) continue;
    signatures.push({ tick, ...key });
  }
  return signatures;
}
