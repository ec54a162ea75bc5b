/** Takes in links. */
export const links = {} as const;
