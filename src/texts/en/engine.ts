/** Why an engine does not run. */
export const engine = {} as const;
