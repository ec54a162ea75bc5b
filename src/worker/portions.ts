/**
 * Inputs with many pieces are posted in portions: copying thousands of songs for one message would
 * keep the page from answering for seconds.
 */

/** Pieces of one message: a few milliseconds, also of long ones. */
export const PORTION = 100;

/** Pieces of an input, as messages carry them. */
export type Portion = readonly unknown[];

/** @returns what is sent ahead, and the input without it */
export function portioned<I extends object>(input: I): { ahead: Portion[]; last: I } {
  const pieces: Portion = 'pieces' in input && Array.isArray(input.pieces) ? input.pieces : [];
  if (pieces.length <= PORTION) return { ahead: [], last: input };
  const ahead: Portion[] = [];
  for (let from = 0; from < pieces.length; from += PORTION) {
    ahead.push(pieces.slice(from, from + PORTION));
  }
  return { ahead, last: { ...input, pieces: [] } };
}

/** The input with what was sent ahead of it. */
export function rejoined<I extends object>(ahead: readonly Portion[], last: I): I {
  return ahead.length === 0 ? last : { ...last, pieces: ahead.flat() };
}
