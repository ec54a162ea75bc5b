/** Random numbers for the inputs of tests. */
import type { Random } from '../../music/random';

/** Uniform in ±scale, in single precision: kernel and reference start from the same numbers. */
export function drawUniform(
  random: Random,
  length: number,
  scale: number,
): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length }, () => (2 * random.next() - 1) * scale);
}
