/** Samples to 16-bit integers with dither. */
import type { Random } from '../../music/random';

const FULL_SCALE = 0x7fff;
const HALF = 0x10000;

/**
 * Writes stereo samples as interleaved 16-bit integers, little-endian. Dither of triangular
 * probability density, 2 LSB wide: the rounding error then depends on nothing in the music. It is
 * the difference of successive uniform numbers, which also raises the noise to higher frequencies
 * (S. P. Lipshitz, R. A. Wannamaker and J. Vanderkooy, "Quantization and Dither", JAES 40, 1992).
 */
export class Ditherer {
  readonly #random: Random;
  #lastLeft = 0;
  #lastRight = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @returns `[frames, 2]`, two bytes each */
  convert(left: Float32Array, right: Float32Array): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(left.length * 4);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < left.length; i++) {
      // One draw of 32 bits serves both channels.
      const bits = this.#random.below(2 ** 32);
      const forLeft = (bits & 0xffff) / HALF;
      const forRight = (bits >>> 16) / HALF;
      view.setInt16(i * 4, quantized(left[i], forLeft - this.#lastLeft), true);
      view.setInt16(i * 4 + 2, quantized(right[i], forRight - this.#lastRight), true);
      this.#lastLeft = forLeft;
      this.#lastRight = forRight;
    }
    return bytes;
  }
}

function quantized(sample: number, dither: number): number {
  const value = Math.round(sample * FULL_SCALE + dither);
  return value > FULL_SCALE ? FULL_SCALE : value < -FULL_SCALE - 1 ? -FULL_SCALE - 1 : value;
}
