/** Dynamic marks and accents as velocities. */

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

/** Velocity from one mark to the next: from mezzo-forte to forte, say. */
export const DYNAMIC_STEP = 16;

/** What marks of a single note add to its velocity. */
const ADDED: Readonly<Record<string, number>> = {
  accent: DYNAMIC_STEP,
  'strong-accent': 1.5 * DYNAMIC_STEP,
  marcato: 1.5 * DYNAMIC_STEP,
  'soft-accent': DYNAMIC_STEP / 2,
  stress: DYNAMIC_STEP / 2,
  sf: 1.5 * DYNAMIC_STEP,
  sfz: 1.5 * DYNAMIC_STEP,
  fz: 1.5 * DYNAMIC_STEP,
  sffz: 2 * DYNAMIC_STEP,
  rf: DYNAMIC_STEP,
  rfz: DYNAMIC_STEP,
};

/** Velocities of notes struck with marks that then sink. */
const STRUCK: Readonly<Record<string, number>> = { fp: 96, sfp: 112, sfpp: 112, sfzp: 112 };

/** Velocity without any mark. */
export const USUAL_VELOCITY = 80;

/** Velocity that MusicXML calls 100 %. */
const FORTE = 90;

/** Undefined for accents of one note, such as sfz. */
export function velocityOfMark(mark: string): number | undefined {
  return LASTING[mark];
}

/** A dynamic mark or an articulation that changes the velocity of the notes it stands at. */
export function isAccent(mark: string): boolean {
  return mark in ADDED || mark in STRUCK;
}

/**
 * The velocity of an accented note; accents of which one is enough do not add up.
 * @param level velocity without the accents
 */
export function accented(level: number, accents: readonly string[]): number {
  const struck = accents.map((accent) => STRUCK[accent] ?? level + (ADDED[accent] ?? 0));
  return Math.min(127, Math.max(level, ...struck));
}

/** @param percent of forte, as MusicXML's `dynamics` has it; undefined for what is no number */
export function velocityOfPercent(percent: number | undefined): number | undefined {
  if (percent === undefined || !Number.isFinite(percent)) return undefined;
  return Math.min(127, Math.max(1, Math.round((percent * FORTE) / 100)));
}
