/** Sampling of a class from a network's logits: temperature, nucleus, and a seeded draw. */
import type { Random } from '../music/random';

/** Softmax of the logits (natural exponentials, shifted by the maximum), as a new array. */
export function softmax(logits: Float32Array, temperature = 1): Float32Array {
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  const probabilities = new Float32Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    probabilities[i] = Math.exp((logits[i] - highest) / temperature);
    sum += probabilities[i];
  }
  for (let i = 0; i < logits.length; i++) probabilities[i] /= sum;
  return probabilities;
}

/** Indices of the classes, most probable first; the lower index first among equals. */
export function rank(probabilities: Float32Array): number[] {
  return Array.from(probabilities, (_, i) => i).sort(
    (a, b) => probabilities[b] - probabilities[a] || a - b,
  );
}

export interface SamplingOptions {
  /** Above 0. */
  temperature: number;
  /** 0..1. */
  topP: number;
}

/**
 * Nucleus sampling (Holtzman et al. 2020): a draw among the likeliest classes that together hold at
 * least `topP` of the probability at this temperature.
 */
export function sample(
  logits: Float32Array,
  { temperature, topP }: SamplingOptions,
  random: Random,
): number {
  const probabilities = softmax(logits, temperature);
  const ranked = rank(probabilities);
  let nucleus = 0;
  let size = 0;
  while (size < ranked.length && (size === 0 || nucleus < topP)) {
    nucleus += probabilities[ranked[size++]];
  }
  let at = random.next() * nucleus;
  for (let i = 0; i < size; i++) {
    at -= probabilities[ranked[i]];
    if (at < 0) return ranked[i];
  }
  return ranked[size - 1];
}
