/**
 * Tells that a worker has died. A browser that ends a worker says nothing to the page, but it frees
 * the worker's locks (Web Locks API): so the worker holds one for as long as it lives, and the page
 * waits in line for it. Browsers without Web Locks go without.
 */

/** In the worker: takes the lock and never gives it back. */
export function holdForLife(lock: string, onHeld: () => void): void {
  locks()
    ?.request(lock, () => {
      onHeld();
      return new Promise<never>(() => {});
    })
    .catch(withoutLocks);
}

/** On the page, once the worker holds it: `onDeath` is called when the worker is no more. */
export function waitForDeath(lock: string, onDeath: () => void): void {
  locks()
    ?.request(lock, () => onDeath())
    .catch(withoutLocks);
}

function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}

/** Locks may be refused, as storage may; then a silent death is not seen. */
function withoutLocks(): void {}
