/** What the fields of the compose settings accept. */
import type { NumberRule } from '../controls/numberRule';

export const lengthRule: NumberRule = {
  minimum: 1,
  maximum: 5000,
  whole: true,
};

export const seedRule: NumberRule = {
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
