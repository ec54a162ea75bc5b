/** Writes a run's newest checkpoint, one at a time: what is overtaken while waiting is not written. */
import type { StorageTrouble } from '../../storage/outcome';
import type { RunToSave, StudioStorage } from '../../storage/storage';

export interface Autosave {
  save(next: Required<RunToSave>): void;
  /** Settles when nothing waits to be written. */
  settled(): Promise<void>;
}

/** @param onTrouble is called at the first failure, and again only after a save has succeeded */
export function createAutosave(
  storage: Pick<StudioStorage, 'saveRun'>,
  onTrouble: (trouble: StorageTrouble) => void,
): Autosave {
  let waiting: Required<RunToSave> | undefined;
  let writing: Promise<void> | undefined;
  /** The run whose pieces are stored. */
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
        onTrouble(outcome.trouble);
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
