/** What an HDF5 file holds, as far as the writer and the reader here know it. */

/** A group: named groups and arrays, with texts as attributes. */
export interface Hdf5Group {
  attributes?: Readonly<Record<string, string>>;
  members: Readonly<Record<string, Hdf5Group | Hdf5Array>>;
}

/** An array in row-major order: 32-bit floats, or 32-bit integers. */
export interface Hdf5Array {
  /** Empty for a single number. */
  shape: readonly number[];
  values: Float32Array | Int32Array;
}

export const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** Types of the messages in an object's header. */
export const MESSAGE = {
  dataspace: 0x01,
  datatype: 0x03,
  fillValue: 0x05,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
} as const;

/** Classes of element types. */
export const TYPE_CLASS = { integer: 0, float: 1, text: 3, opaque: 5, variable: 9 } as const;

/** Whether the bytes begin as every HDF5 file does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}
