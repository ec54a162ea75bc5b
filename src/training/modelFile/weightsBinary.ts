/**
 * `weights.bin` of an `.etude` file: a signature of 16 bytes, then little-endian 32-bit floats:
 * the weights, the best weights if any, and the two means of Adam, in the order and with the
 * shapes of the manifest.
 */
import type { AdamState } from '../../engine/adam/adam';
import type { NamedWeight } from '../../model/weightValues';
import type { Checkpoint } from '../checkpoint';
import type { TensorRow } from './manifest';

/** Keeps the file from being mistaken for another format. */
const SIGNATURE = 'etude weights 1\n';
const FLOAT_BYTES = 4;

export interface ModelNumbers {
  weights: NamedWeight[];
  best?: NamedWeight[];
  moments: AdamState['moments'];
}

/** Size of the file with these tensors, bytes. */
export function binaryBytes(tensors: readonly TensorRow[], hasBest: boolean): number {
  const floats = tensors.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return SIGNATURE.length + FLOAT_BYTES * floats * (hasBest ? 4 : 3);
}

export function writeBinary({ weights, best, optimizer }: Checkpoint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binaryBytes(weights, best !== undefined));
  for (let i = 0; i < SIGNATURE.length; i++) bytes[i] = SIGNATURE.charCodeAt(i);
  const view = new DataView(bytes.buffer);
  let at = SIGNATURE.length;
  const put = (values: Float32Array): void => {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += FLOAT_BYTES;
    }
  };
  for (const { values } of weights) put(values);
  for (const { values } of best?.weights ?? []) put(values);
  for (const { mean } of optimizer.moments) put(mean);
  for (const { square } of optimizer.moments) put(square);
  return bytes;
}

/** @returns undefined if the signature or the size does not match these tensors */
export function readBinary(
  bytes: Uint8Array,
  tensors: readonly TensorRow[],
  hasBest: boolean,
): ModelNumbers | undefined {
  const signature = String.fromCharCode(...bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE || bytes.length !== binaryBytes(tensors, hasBest)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  const take = ({ shape }: TensorRow): Float32Array<ArrayBuffer> => {
    const values = new Float32Array(sizeOf(shape));
    for (let i = 0; i < values.length; i++, at += FLOAT_BYTES)
      values[i] = view.getFloat32(at, true);
    return values;
  };
  const takeNamed = (row: TensorRow): NamedWeight => ({ ...row, values: take(row) });
  const weights = tensors.map(takeNamed);
  const best = hasBest ? tensors.map(takeNamed) : undefined;
  const means = tensors.map(take);
  const squares = tensors.map(take);
  return { weights, best, moments: means.map((mean, i) => ({ mean, square: squares[i] })) };
}

/** Number of elements. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
