/** The stage: what is shown, compared, made again. */
export const stage = {
  hear: 'Hear what it does',
} as const;
