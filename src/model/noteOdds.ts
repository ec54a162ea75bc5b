/** Probabilities of a note, from a network's pitch logits. */
import { LOWEST_KEY } from '../music/encoding/melody';
import { rank, softmax } from './sampling';
import type { NoteOdds } from './take';

/** Number of likeliest keys per note. */
const TOLD = 8;

/**
 * @param logits of the 88 keys, before temperature and constraints
 * @param key the drawn one, from 0
 */
export function noteOdds(logits: Float32Array, key: number): NoteOdds {
  const probabilities = softmax(logits);
  return {
    probability: probabilities[key],
    likeliest: rank(probabilities)
      .slice(0, TOLD)
      .map((likely) => ({ pitch: likely + LOWEST_KEY, probability: probabilities[likely] })),
  };
}

/** Logits with every key outside the pitch classes masked. */
export function constrainKeys(
  logits: Float32Array,
  pitchClasses: readonly number[] | undefined,
): Float32Array {
  if (!pitchClasses || pitchClasses.length === 0) return logits;
  return logits.map((logit, key) =>
    pitchClasses.includes((key + LOWEST_KEY) % 12) ? logit : Number.NEGATIVE_INFINITY,
  );
}
