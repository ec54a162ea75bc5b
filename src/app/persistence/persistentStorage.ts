/** Asks the browser to keep what is stored even when the disk runs short. */

/**
 * @returns what asks, once for all calls. An answer of "no" changes nothing: what is stored then
 * stays as long as the browser likes.
 */
export function persistOnce(): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    // Not there on pages without HTTPS.
    const { storage }: { storage?: StorageManager } = navigator;
    storage?.persist?.().catch(() => undefined);
  };
}
