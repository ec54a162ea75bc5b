/** Meters of ABC. */
import type { AbcMeter } from 'abcjs/src/parse/abc_parse.js';
import type { MeasureContent } from '../measureContent';

type Meter = MeasureContent['time'];

/** Undefined where the tune has none. */
export function meterOf({ type, value = [] }: AbcMeter): Meter {
  if (type === 'common_time') return { numerator: 4, denominator: 4 };
  if (type === 'cut_time') return { numerator: 2, denominator: 2 };
  const denominator = Math.max(...value.map(({ den = 4 }) => Number(den)));
  const numerator = value.reduce((sum, { num, den = 4 }) => {
    const beats = num.split(/[+.]/).reduce((all, each) => all + Number(each), 0);
    return sum + (beats * denominator) / Number(den);
  }, 0);
  const isMeter =
    Number.isInteger(numerator) &&
    numerator >= 1 &&
    numerator <= 255 &&
    [1, 2, 4, 8, 16, 32, 64].includes(denominator);
  return isMeter ? { numerator, denominator } : undefined;
}

export function isCompound(meter: Meter): boolean {
  return meter !== undefined && meter.numerator > 3 && meter.numerator % 3 === 0;
}

/** Quarter notes; four without a meter. */
export function quartersOf(meter: Meter): number {
  return meter ? (4 * meter.numerator) / meter.denominator : 4;
}
