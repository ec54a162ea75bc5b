/** Types of an HDF5 array's elements: numbers as Keras stores them, and texts. */
import { TYPE_CLASS } from './contents';
import type { OtherElements, View } from './view';

/** How an element is read. */
export type ElementType =
  | { kind: 'number'; bytes: number; read: (view: View, at: number) => number }
  /** Of fixed length. */
  | { kind: 'text'; bytes: number }
  /** Of any length, in the global heap. */
  | { kind: 'long text'; bytes: number }
  | { kind: 'other'; bytes: number; elements: OtherElements };

const BIG_ENDIAN = 1;
/** Bits of a mantissa and bias of the exponent. */
const HALF = { mantissa: 10, bias: 15 };
const BFLOAT = { mantissa: 7, bias: 127 };

export function readType(view: View, at: number): ElementType {
  const kind = view.u8(at) & 0x0f;
  const flags = view.u8(at + 1);
  const bytes = view.u32(at + 4);
  const isLittle = (flags & BIG_ENDIAN) === 0;
  const number = (read: (from: View, place: number) => number): ElementType => ({
    kind: 'number',
    bytes,
    read,
  });
  const other = (what: OtherElements['kind']): ElementType => ({
    kind: 'other',
    bytes,
    elements: { kind: what, bits: 8 * bytes },
  });
  switch (kind) {
    case TYPE_CLASS.text:
      return { kind: 'text', bytes };
    case TYPE_CLASS.variable:
      return (flags & 0x0f) === 1 ? { kind: 'long text', bytes: 16 } : other('other');
    case TYPE_CLASS.float: {
      if (bytes === 8) return number((from, place) => from.f64(place, isLittle));
      if (bytes === 4) return number((from, place) => from.f32(place, isLittle));
      const mantissa = view.u8(at + 15);
      const form = [HALF, BFLOAT].find((one) => one.mantissa === mantissa);
      if (bytes !== 2 || !form) return other('float');
      return number((from, place) => shortFloat(from.u16(place, isLittle), form));
    }
    case TYPE_CLASS.integer:
      if (bytes === 8) return number((from, place) => from.i64(place, isLittle));
      if (bytes === 4) return number((from, place) => from.i32(place, isLittle));
      return other('integer');
    case TYPE_CLASS.opaque:
      // So h5py stores bfloat16, which HDF5 does not know.
      if (bytes !== 2) return other('other');
      return number((from, place) => shortFloat(from.u16(place), BFLOAT));
    default:
      return other('other');
  }
}

/** A floating-point number of 16 bits (IEEE 754, and bfloat16). */
function shortFloat(bits: number, { mantissa, bias }: typeof HALF): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits & 0x7fff) >> mantissa;
  const fraction = (bits & (2 ** mantissa - 1)) / 2 ** mantissa;
  if (exponent === 0x7fff >> mantissa) return fraction === 0 ? sign * Infinity : Number.NaN;
  // The smallest numbers have no leading one.
  return exponent === 0
    ? sign * fraction * 2 ** (1 - bias)
    : sign * (1 + fraction) * 2 ** (exponent - bias);
}
