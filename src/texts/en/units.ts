/** Units and counted things: notes, bars, pieces, minutes. */
export const units = {
  pieces: '{count, plural, one{# piece} other{# pieces}}',
  notes: '{count, plural, one{# note} other{# notes}}',
  bars: '{count, plural, one{# bar} other{# bars}}',
} as const;
