/** What the MIDI reader repaired. */
export const midi = {} as const;
