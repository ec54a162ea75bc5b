/** Keys of ABC: what they alter, and their signatures. */
import type { AbcKey, AbcSign } from 'abcjs/src/parse/abc_parse.js';

/** Semitones by step of the scale, from C. */
export type Alters = ReadonlyMap<number, number>;

/** Semitones; quarter tones go to the nearer sign of more. */
export const SIGNS: Readonly<Record<AbcSign, number>> = {
  dblflat: -2,
  flat: -1,
  quarterflat: -0.5,
  natural: 0,
  quartersharp: 0.5,
  sharp: 1,
  dblsharp: 2,
};

const STEPS = 'CDEFGAB';
/** Steps in fifths from F to B; C has no sign. */
const FIFTHS = 'FCGDAEB';
const MODES = { '': 0, m: -3, Mix: -1, Dor: -2, Phr: -4, Lyd: 1, Loc: -5 } as const;

/** The bagpipes' key, written or not. */
const PIPES: Alters = new Map([
  [STEPS.indexOf('F'), 1],
  [STEPS.indexOf('C'), 1],
]);

export function altersOf({ root, accidentals }: AbcKey): Alters {
  if (isPipes(root)) return PIPES;
  return new Map(
    accidentals.map(({ note, acc }) => [STEPS.indexOf(note.toUpperCase()), SIGNS[acc]]),
  );
}

/** Undefined where the key is none, or no signature says what it alters. */
export function signatureOf(key: AbcKey): { fifths: number; mode: 'major' | 'minor' } | undefined {
  const { root, acc, mode } = key;
  if (isPipes(root)) return { fifths: 2, mode: 'major' };
  if (root === 'none') {
    const fifths = [...altersOf(key).values()].reduce((sum, sign) => sum + sign, 0);
    return fifths === 0 ? undefined : { fifths: Math.min(7, Math.max(-7, fifths)), mode: 'major' };
  }
  const sign = acc === '#' ? 7 : acc === 'b' ? -7 : 0;
  const fifths = FIFTHS.indexOf(root) - 1 + sign + MODES[mode];
  return Math.abs(fifths) > 7 ? undefined : { fifths, mode: mode === 'm' ? 'minor' : 'major' };
}

function isPipes(root: string): boolean {
  return root === 'HP' || root === 'Hp';
}
