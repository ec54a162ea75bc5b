/** The piano roll: legend, odds, what screen readers hear. */
export const roll = {} as const;
