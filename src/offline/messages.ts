/** Messages from the page to the service worker. */

/** Activates a waiting service worker. */
export const TAKE_OVER = 'take over';
