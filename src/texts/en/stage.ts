/** The stage: what is shown, compared, made again. */
export const stage = {} as const;
