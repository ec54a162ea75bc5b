/** The app without a network, and its updates. */
export const offline = {} as const;
