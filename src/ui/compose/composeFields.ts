/** The compose settings as fields: their accessible names and what they accept. */
import type { NumberRule } from '../controls/numberRule';

interface ComposeField extends NumberRule {
  label: string;
}

export const lengthField: ComposeField = {
  label: 'Length',
  minimum: 1,
  maximum: 5000,
  whole: true,
};

export const seedField: ComposeField = {
  label: 'Random seed',
  minimum: 0,
  maximum: 4_294_967_295,
  whole: true,
};

export const temperatureRange = { minimum: 0.1, maximum: 2, step: 0.05 };
export const topPRange = { minimum: 0.05, maximum: 1, step: 0.01 };

/** Takes composed as one batch. */
export const takesOptions = ['1', '2', '3', '4'].map((count) => ({ value: count, text: count }));

/** A seed to try: small enough to read out and type again. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
