/** The locks of a browser with one tab, for tests outside a browser. */
import { vi } from 'vitest';

export interface FakeLocks {
  /** Names of the locks that are held now. */
  held: string[];
}

/** Puts itself into the place of the browser's, until `vi.unstubAllGlobals`. */
export function installLocks(): FakeLocks {
  const held: string[] = [];
  const locks = {
    request: async (
      name: string,
      _options: LockOptions,
      hold?: (lock: { name: string } | null) => Promise<void> | undefined,
    ): Promise<void> => {
      // Waiting in line, as for the death of a worker: it is never this one's turn.
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
