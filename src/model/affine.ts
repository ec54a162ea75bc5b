/** Dense layer on plain arrays, for composing note by note. */

/** `input · kernel + bias` for input `[n]`, kernel `[n, m]` (row-major) and bias `[m]`. */
export function affine(
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
): Float32Array<ArrayBuffer> {
  const result = Float32Array.from(bias);
  const width = bias.length;
  let i = 0;
  // Four rows per pass save loads and stores of the result.
  for (; i + 4 <= input.length; i += 4) {
    const [a, b, c, d] = [input[i], input[i + 1], input[i + 2], input[i + 3]];
    const first = i * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    for (let j = 0; j < width; j++) {
      result[j] +=
        a * kernel[first + j] +
        b * kernel[second + j] +
        c * kernel[third + j] +
        d * kernel[fourth + j];
    }
  }
  for (; i < input.length; i++) {
    const row = i * width;
    for (let j = 0; j < width; j++) result[j] += input[i] * kernel[row + j];
  }
  return result;
}
