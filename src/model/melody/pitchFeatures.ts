/**
 * The fixed 88 x 8 matrix that turns a one-hot key into the network's input: its height, and
 * the discrete Fourier components of its pitch class (Mozer 1994 uses the chroma circle and the
 * circle of fifths; Quinn 2006 and Amiot 2016 give the Fourier view).
 */
import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';

export const PITCH_FEATURES = 8;

/** Angle of a pitch class on the k-th Fourier circle, radians. */
function angle(k: number, pitch: number): number {
  return (2 * Math.PI * k * (pitch % 12)) / 12;
}

/**
 * `[88, 8]`, row-major, one row a key. Columns: height in [-1, 1]; cosine and sine of k = 1 (chroma
 * circle), k = 5 (circle of fifths), k = 3 (the sign of k = 3 repeats every major third); and k = 6
 * (+1 or -1: which whole-tone scale).
 */
export function pitchFeatures(): Float32Array<ArrayBuffer> {
  const features = new Float32Array(KEYS * PITCH_FEATURES);
  for (let key = 0; key < KEYS; key++) {
    const pitch = key + LOWEST_KEY;
    features.set(
      [
        (2 * key) / (KEYS - 1) - 1,
        Math.cos(angle(1, pitch)),
        Math.sin(angle(1, pitch)),
        Math.cos(angle(5, pitch)),
        Math.sin(angle(5, pitch)),
        Math.cos(angle(3, pitch)),
        Math.sin(angle(3, pitch)),
        Math.cos(angle(6, pitch)),
      ],
      key * PITCH_FEATURES,
    );
  }
  return features;
}
