/**
 * `weights.bin` of a compact model file: a signature of 16 bytes, then one set of weights as 16-bit
 * integers, first all low bytes, then all high bytes, which the zip compresses well. Each tensor
 * has a step in the manifest; a weight is its integer times the step.
 */
import type { NamedWeight } from '../../model/weightValues';
import type { TensorRow } from './manifest';
import { sizeOf } from './weightsBinary';

/** Keeps the file from being mistaken for another format. */
const SIGNATURE = 'etude weights 2\n';
const LARGEST = 32_767;
/**
 * Steps per root mean square of a tensor. Rounding then moves the nats per note by about a
 * thousandth, as bfloat16 does, and the zip packs a weight into seven and a half bits.
 */
const STEPS = 32;

/** Size of the file with these tensors, bytes. */
export function compactBytes(tensors: readonly TensorRow[]): number {
  return SIGNATURE.length + 2 * tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** Step of a tensor: 0 if all its values are 0. */
export function stepOf(values: Float32Array, steps = STEPS): number {
  let squares = 0;
  let largest = 0;
  for (const value of values) {
    squares += value * value;
    largest = Math.max(largest, Math.abs(value));
  }
  // A step that is itself a 32-bit float gives the same products everywhere.
  const finest = Math.fround(Math.sqrt(squares / Math.max(1, values.length)) / steps);
  return Math.max(finest, Math.fround((largest / LARGEST) * (1 + 1e-6)));
}

/** @param steps of the weights, in their order */
export function writeCompact(
  weights: readonly NamedWeight[],
  steps: readonly number[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(compactBytes(weights));
  for (let i = 0; i < SIGNATURE.length; i++) bytes[i] = SIGNATURE.charCodeAt(i);
  const count = (bytes.length - SIGNATURE.length) / 2;
  let at = SIGNATURE.length;
  weights.forEach(({ values }, i) => {
    for (const value of values) {
      const integer = steps[i] > 0 ? Math.round(value / steps[i]) : 0;
      bytes[at] = integer & 0xff;
      bytes[at + count] = (integer >> 8) & 0xff;
      at++;
    }
  });
  return bytes;
}

/** @returns undefined if the signature or the size does not match these tensors */
export function readCompact(
  bytes: Uint8Array,
  tensors: readonly TensorRow[],
): NamedWeight[] | undefined {
  const signature = String.fromCharCode(...bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE || bytes.length !== compactBytes(tensors)) return undefined;
  const count = (bytes.length - SIGNATURE.length) / 2;
  let at = SIGNATURE.length;
  return tensors.map(({ name, shape, step = 0 }) => {
    const values = new Float32Array(sizeOf(shape));
    for (let i = 0; i < values.length; i++, at++) {
      const integer = ((bytes[at] | (bytes[at + count] << 8)) << 16) >> 16;
      values[i] = integer * step;
    }
    return { name, shape, values };
  });
}
