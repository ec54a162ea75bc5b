/** How a run fails or ends, and what the workers say of it. */
export const run = {} as const;
