/** The panel "Library": pieces, import, search. */
export const library = {} as const;
