/** Writer of NumPy's `.npy` files, which Python maps into memory (NEP 1, version 1.0). */

const MAGIC = '\x93NUMPY\x01\x00';
/** Bytes before the text of the header: the magic string and two bytes of length. */
const FRONT = MAGIC.length + 2;
/** Alignment of the numbers, bytes. */
const ALIGNMENT = 64;

/** The front of a file, before the numbers. */
function npyHeader(type: 'int16' | 'int32', shape: readonly number[]): Uint8Array {
  const descr = type === 'int16' ? '<i2' : '<i4';
  const tuple = `(${shape.map((side) => `${side},`).join(' ')})`;
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((FRONT + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = `${MAGIC}\0\0${text.padEnd(length - FRONT - 1)}\n`;
  const bytes = Uint8Array.from(header, (letter) => letter.charCodeAt(0));
  new DataView(bytes.buffer).setUint16(MAGIC.length, length - FRONT, true);
  return bytes;
}

/** A whole file of an array. */
export function npyFile(
  values: readonly (Int16Array | Int32Array)[],
  type: 'int16' | 'int32',
  shape: readonly number[],
): Uint8Array<ArrayBuffer> {
  const header = npyHeader(type, shape);
  const bytes = new Uint8Array(
    header.length + values.reduce((sum, { byteLength }) => sum + byteLength, 0),
  );
  bytes.set(header);
  let at = header.length;
  for (const { buffer, byteOffset, byteLength } of values) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}
