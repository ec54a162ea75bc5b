/** Storage may be refused, full or taken away: that is a result here, never an exception. */

export type StorageErrorCode =
  /** The browser refuses storage: a private window or a setting. */
  | 'refused'
  | 'full'
  /** The run that was to be saved is no longer the stored one. */
  | 'replaced'
  /** A newer version of Etude has upgraded the database. */
  | 'newer'
  | 'failed';

export interface StorageError {
  code: StorageErrorCode;
  /** Reason in one sentence for the person. */
  message: string;
}

export type StorageResult<T> = { ok: true; value: T } | { ok: false; error: StorageError };

const MESSAGES: Readonly<Record<StorageErrorCode, string>> = {
  refused: 'This browser stores nothing for Etude here: a private window, perhaps.',
  full: 'The space that this browser gives to Etude is full.',
  replaced: 'What was stored of this run was discarded or replaced, perhaps in another tab.',
  newer:
    'A newer version of Etude keeps its things here; close other tabs and load this page again.',
  failed: 'This browser could not store anything.',
};

export function storageError(code: StorageErrorCode): StorageError {
  return { code, message: MESSAGES[code] };
}

/** Thrown by a save that resumes a run, where another run is stored, or none. */
export class ReplacedError extends Error {}

/** The meaning of an exception that IndexedDB threw. */
export function errorCodeOf(error: unknown): StorageErrorCode {
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
