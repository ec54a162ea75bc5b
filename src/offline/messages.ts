/** What the page says to the service worker. */

/** To a worker that waits: become the active one now. */
export const TAKE_OVER = 'take over';
