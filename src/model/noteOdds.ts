/** From a network's pitch logits to what is told of a note. */
import { LOWEST_KEY } from '../music/encoding/melody';
import { rank, softmax } from './sampling';
import type { NoteOdds } from './take';

/** Likeliest keys that are told for each note. */
const TOLD = 8;

/**
 * @param logits of the 88 keys, before temperature and constraints
 * @param key the one that was drawn, from 0
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

/** The logits with every key outside the pitch classes made impossible. */
export function constrainKeys(
  logits: Float32Array,
  pitchClasses: readonly number[] | undefined,
): Float32Array {
  if (!pitchClasses || pitchClasses.length === 0) return logits;
  return logits.map((logit, key) =>
    pitchClasses.includes((key + LOWEST_KEY) % 12) ? logit : Number.NEGATIVE_INFINITY,
  );
}
