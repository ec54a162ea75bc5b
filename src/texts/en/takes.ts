/** Takes: cards, names, copies, quality. */
export const takes = {} as const;
