/** A dense layer on plain arrays, for composing note by note. */

/** `input · kernel + bias` for input `[n]`, kernel `[n, m]` (row-major) and bias `[m]`. */
export function affine(
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
): Float32Array<ArrayBuffer> {
  const result = Float32Array.from(bias);
  const width = bias.length;
  for (let i = 0; i < input.length; i++) {
    const scale = input[i];
    const row = kernel.subarray(i * width, (i + 1) * width);
    for (let j = 0; j < width; j++) result[j] += scale * row[j];
  }
  return result;
}
