/** Playing, volume, downloads, sound files. */
export const playback = {} as const;
