/** Calls while the playhead may move. */

/** Interval while nothing plays, when only a seek moves the playhead, milliseconds. */
const IDLE_INTERVAL = 100;

/**
 * Calls `look` now, and at each frame while something plays, else now and then.
 * @returns ends it
 */
export function watchPlayhead(playing: boolean, look: () => void): () => void {
  look();
  if (!playing) {
    const timer = setInterval(look, IDLE_INTERVAL);
    return () => clearInterval(timer);
  }
  let frame = 0;
  const follow = (): void => {
    look();
    frame = requestAnimationFrame(follow);
  };
  frame = requestAnimationFrame(follow);
  return () => cancelAnimationFrame(frame);
}
