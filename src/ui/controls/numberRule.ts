/** Which numbers a field takes, the sentence that says so, and the nearest one to what was typed. */
import { clamp } from '../../lib/clamp';
import { typingLocale } from '../../texts/numberLocale';
import { t } from '../../texts/t';
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
  const bounds = { minimum: plain(rule.minimum), maximum: plain(rule.maximum) };
  const must = t(rule.whole ? 'controls.mustBeWhole' : 'controls.mustBeNumber', bounds);
  return { kind: 'invalid', must };
}

export interface SnappedNumber {
  value: number;
  /** Predicate for the field's label: "Epochs" + "goes up to 10,000". */
  why: string;
}

/**
 * The number to use instead of an invalid one.
 * @param before the value in use, for a text that is no number
 */
export function snapNumber(text: string, rule: NumberRule, before: number): SnappedNumber {
  const typed = parseNumber(text);
  if (text.trim() === '' || Number.isNaN(typed)) {
    return { value: before, why: t('controls.needsNumber') };
  }
  const { minimum, maximum, whole } = rule;
  const value = clamp(whole ? Math.round(typed) : typed, minimum, maximum);
  if (typed > maximum) return { value, why: t('controls.goesUpTo', { maximum: plain(maximum) }) };
  if (typed < minimum) return { value, why: t('controls.startsAt', { minimum: plain(minimum) }) };
  return { value, why: t('controls.takesWhole') };
}

/** As it is typed, but grouped, and without an exponent: a person reads 0.000001, not 1e-6. */
export function plain(value: number): string {
  const style = { maximumFractionDigits: 12, numberingSystem: 'latn' };
  return value.toLocaleString(typingLocale(), style);
}
