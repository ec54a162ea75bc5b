/** Key signatures of transposing instruments as they sound. */

/**
 * @param fifths as written, -7..7
 * @param semitones from the written to the sounding pitch
 * @returns -7..7; the same key with other names where there is no such signature
 */
export function concertFifths(fifths: number, semitones: number): number {
  const steps = (((7 * semitones) % 12) + 12) % 12 || 0;
  const sounding = fifths + (steps > 6 ? steps - 12 : steps);
  if (sounding > 7) return sounding - 12;
  return sounding < -7 ? sounding + 12 : sounding;
}
