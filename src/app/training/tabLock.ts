/**
 * One run at a time over all tabs of this browser (Web Locks API): two would halve each other's
 * speed and overwrite each other's checkpoints. Without Web Locks nothing is enforced.
 */

const RUN_LOCK = 'etude.run';

/** @returns the function that releases the lock; undefined where another tab holds it */
export function takeRunLock(): Promise<(() => void) | undefined> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    locks
      .request(RUN_LOCK, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(() => {}));
  });
}

/** Time for which a closed page may still hold the lock, milliseconds. */
const LINGER = 1500;
const LOOK_EVERY = 100;

/** Whether another tab trains now. */
export async function runsElsewhere(): Promise<boolean> {
  for (let waited = 0; waited < LINGER; waited += LOOK_EVERY) {
    if (!(await isLocked())) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return isLocked();
}

async function isLocked(): Promise<boolean> {
  try {
    const { held } = await navigator.locks.query();
    return held?.some(({ name }) => name === RUN_LOCK) ?? false;
  } catch {
    return false;
  }
}
