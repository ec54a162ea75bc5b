/** The locks of a browser with one tab, for tests outside a browser. */
import { vi } from 'vitest';

export interface FakeLocks {
  /** Names of the locks that are held now. */
  held: string[];
}

/** Replaces the browser's locks until `vi.unstubAllGlobals`. */
export function installLocks(): FakeLocks {
  const held: string[] = [];
  const locks = {
    request: async (
      name: string,
      _options: LockOptions,
      hold?: (lock: { name: string } | null) => Promise<void> | undefined,
    ): Promise<void> => {
      // A queued request, as for the death of a worker, is never granted.
      if (!hold) return new Promise(() => {});
      if (held.includes(name)) return hold(null);
      held.push(name);
      await hold({ name });
      held.splice(held.indexOf(name), 1);
    },
    query: async () => ({ held: held.map((name) => ({ name })) }),
  };
  vi.stubGlobal('navigator', { locks });
  return { held };
}
