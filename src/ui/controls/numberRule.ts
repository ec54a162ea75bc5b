/** Which numbers a field takes, and the sentence that says so. */

import { parseNumber } from './localNumber';

export interface NumberRule {
  minimum: number;
  maximum: number;
  /** Whether fractions are refused. */
  whole: boolean;
}

export type ReadNumber =
  | { kind: 'valid'; value: number }
  /** Predicate for the field's label: "Epochs" + "must be ...". */
  | { kind: 'invalid'; must: string };

/** Reads what was typed into a number field. */
export function readNumber(text: string, rule: NumberRule): ReadNumber {
  const value = parseNumber(text);
  const valid =
    text.trim() !== '' &&
    Number.isFinite(value) &&
    value >= rule.minimum &&
    value <= rule.maximum &&
    (!rule.whole || Number.isInteger(value));
  if (valid) return { kind: 'valid', value };
  const what = rule.whole ? 'a whole number' : 'a number';
  return {
    kind: 'invalid',
    must: `must be ${what} from ${plain(rule.minimum)} to ${plain(rule.maximum)}`,
  };
}

/** Without an exponent: a person reads 0.000001, not 1e-6. */
function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 12 });
}
