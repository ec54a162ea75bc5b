/** The resolution in which a score becomes a song. */
/** Ticks per quarter note where the score's own divisions allow it. */
const USUAL_PPQ = 480;
const MOST_PPQ = 20_160;

/**
 * A number of ticks that all divisions go into, if there is a reasonable one.
 * @param all divisions of a quarter note
 */
export function commonPpq(all: Iterable<number | undefined>): number {
  let ppq = USUAL_PPQ;
  for (const divisions of all) {
    if (divisions === undefined || !Number.isInteger(divisions) || divisions < 1) continue;
    const common = (ppq / greatestDivisor(ppq, divisions)) * divisions;
    if (common <= MOST_PPQ) ppq = common;
  }
  return ppq;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
