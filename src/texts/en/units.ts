/** Units and counted things: notes, bars, pieces, minutes. */
export const units = {} as const;
