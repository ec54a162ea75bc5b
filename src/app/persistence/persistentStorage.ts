/** Requests persistent storage, which the browser does not evict when the disk is full. */

/**
 * @returns a function that sends the request at its first call. A refusal changes nothing: the
 * browser may then evict the data.
 */
export function persistOnce(): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    // Undefined on pages without HTTPS.
    const { storage }: { storage?: StorageManager } = navigator;
    storage?.persist?.().catch(() => undefined);
  };
}
