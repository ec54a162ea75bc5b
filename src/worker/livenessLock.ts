/**
 * Detects the death of a worker. A browser that ends a worker sends no event, but releases its
 * locks (Web Locks API): the worker holds one for life and the page queues for it. Browsers
 * without Web Locks have no detection.
 */

/** In the worker: acquires the lock and never releases it. */
export function holdForLife(lock: string, onHeld: () => void): void {
  locks()
    ?.request(lock, () => {
      onHeld();
      return new Promise<never>(() => {});
    })
    .catch(withoutLocks);
}

/** On the page, once the worker holds the lock: `onDeath` is called when the worker has died. */
export function waitForDeath(lock: string, onDeath: () => void): void {
  locks()
    ?.request(lock, () => onDeath())
    .catch(withoutLocks);
}

function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}

/** Locks may be refused, as storage may; a silent death is then not detected. */
function withoutLocks(): void {}
