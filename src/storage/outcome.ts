/** Storage may be refused, full or taken away: that is an answer here, never an exception. */

export type StorageTrouble =
  /** The browser stores nothing for this page: a private window, or a person's choice. */
  | 'refused'
  | 'full'
  /** The run that was to be saved is not the stored one any more. */
  | 'replaced'
  /** A newer version of Etude has rebuilt the storage. */
  | 'newer'
  | 'failed';

export type Outcome<T> = { ok: true; value: T } | { ok: false; trouble: StorageTrouble };

/** Why nothing is stored, in one sentence. */
export function inWords(trouble: StorageTrouble): string {
  switch (trouble) {
    case 'refused':
      return 'This browser stores nothing for Etude here: a private window, perhaps.';
    case 'full':
      return 'The space that this browser gives to Etude is full.';
    case 'replaced':
      return 'What was stored of this run was discarded or replaced, perhaps in another tab.';
    case 'newer':
      return 'A newer version of Etude keeps its things here; close other tabs and load this page again.';
    case 'failed':
      return 'This browser could not store anything.';
    default:
      return trouble satisfies never;
  }
}

/** A save that goes on with a run found another one stored, or none. */
export class ReplacedError extends Error {}

/** What an error of IndexedDB means. */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof ReplacedError) return 'replaced';
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    default:
      return 'failed';
  }
}
