/** Dynamic marks as velocities. */

/** MIDI velocities of marks that hold until the next one. */
const LASTING: Readonly<Record<string, number>> = {
  pppppp: 10,
  ppppp: 10,
  pppp: 10,
  ppp: 16,
  pp: 33,
  p: 49,
  mp: 64,
  mf: 80,
  f: 96,
  ff: 112,
  fff: 126,
  ffff: 127,
  fffff: 127,
  ffffff: 127,
  fp: 49,
  sfp: 49,
  sfpp: 33,
};

/** Velocity without any mark. */
export const USUAL_VELOCITY = 80;

/** Velocity that MusicXML calls 100 %. */
const FORTE = 90;

/** Undefined for accents of one note, such as sfz. */
export function velocityOfMark(mark: string): number | undefined {
  return LASTING[mark];
}

/** @param percent of forte, as MusicXML's `dynamics` has it; undefined for what is no number */
export function velocityOfPercent(percent: number | undefined): number | undefined {
  if (percent === undefined || !Number.isFinite(percent)) return undefined;
  return Math.min(127, Math.max(1, Math.round((percent * FORTE) / 100)));
}
