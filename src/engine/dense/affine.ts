/** Dense layer on plain arrays. */

/** Rows of the kernel per pass: the result is loaded and stored once for all of them. */
const ROWS = 8;

/**
 * `input · kernel + bias` for input `[n]`, kernel `[n, m]` (row-major) and bias `[m]`.
 * @param kernel in doubles, so that no number is converted on the way
 */
export function affine(
  input: Float32Array,
  kernel: Float64Array,
  bias: Float32Array,
): Float64Array<ArrayBuffer> {
  const result = Float64Array.from(bias);
  const width = bias.length;
  let i = 0;
  for (; i + ROWS <= input.length; i += ROWS) {
    const [a, b, c, d] = [input[i], input[i + 1], input[i + 2], input[i + 3]];
    const [e, f, g, h] = [input[i + 4], input[i + 5], input[i + 6], input[i + 7]];
    let at = i * width;
    for (let j = 0; j < width; j++, at++) {
      result[j] +=
        a * kernel[at] +
        b * kernel[at + width] +
        c * kernel[at + 2 * width] +
        d * kernel[at + 3 * width] +
        e * kernel[at + 4 * width] +
        f * kernel[at + 5 * width] +
        g * kernel[at + 6 * width] +
        h * kernel[at + 7 * width];
    }
  }
  for (; i < input.length; i++) {
    const row = i * width;
    for (let j = 0; j < width; j++) result[j] += input[i] * kernel[row + j];
  }
  return result;
}
