/** Stores a run's newest checkpoint, one save at a time: older waiting ones are skipped. */

import type { AppStorage, RunToSave } from '../../storage/storage';
import type { StorageError } from '../../storage/storageError';

export interface Autosave {
  save(next: Required<RunToSave>): void;
  /** Settles when no save is waiting or in flight. */
  settled(): Promise<void>;
}

/** @param onError called at the first failure, and again only after a success */
export function createAutosave(
  storage: Pick<AppStorage, 'saveRun'>,
  onError: (error: StorageError) => void,
): Autosave {
  let waiting: Required<RunToSave> | undefined;
  let writing: Promise<void> | undefined;
  /** Id of the run whose pieces are stored. */
  let stored: string | undefined;
  let complained = false;

  async function write(): Promise<void> {
    while (waiting) {
      const { run, checkpoint, pieces } = waiting;
      waiting = undefined;
      const outcome = await storage.saveRun(
        run.id === stored ? { run, checkpoint } : { run, checkpoint, pieces },
      );
      if (outcome.ok) {
        stored = run.id;
        complained = false;
      } else if (!complained) {
        complained = true;
        onError(outcome.error);
      }
    }
    writing = undefined;
  }

  return {
    save: (next) => {
      waiting = next;
      writing ??= write();
    },
    settled: async () => {
      await writing;
    },
  };
}
