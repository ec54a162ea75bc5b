/** Scales as semitones above the tonic, and those of the 24 keys. */

export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  /** Natural minor with the raised seventh beside the lowered one, for cadences. */
  minor: [0, 2, 3, 5, 7, 8, 10, 11],
  /** Major pentatonic: on F♯ the black keys. */
  pentatonic: [0, 2, 4, 7, 9],
} as const;

/** Root, third and fifth, in semitones above the tonic. */
const TRIADS = { major: [0, 4, 7], minor: [0, 3, 7] } as const;

/** @param key 0 (C major) to 23 (B minor) @returns pitch classes, the tonic first */
export function scaleOfKey(key: number): number[] {
  return SCALES[modeOf(key)].map((step) => (key + step) % 12);
}

/** @param key 0 (C major) to 23 (B minor) @returns pitch classes of root, third and fifth */
export function tonicTriad(key: number): number[] {
  return TRIADS[modeOf(key)].map((step) => (key + step) % 12);
}

function modeOf(key: number): 'major' | 'minor' {
  return key < 12 ? 'major' : 'minor';
}
