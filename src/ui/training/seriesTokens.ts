/** Colour tokens of the lines in the loss curve. */
export const seriesTokens = {
  steps: '--chart-steps',
  training: '--accent-bar',
  validation: '--second',
  frequency: '--text-muted',
  published: '--brass',
} as const;
