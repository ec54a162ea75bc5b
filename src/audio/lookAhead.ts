/** Seconds by which notes are handed over before they sound: a busy page may be this late. */
export const LOOK_AHEAD = 0.2;
