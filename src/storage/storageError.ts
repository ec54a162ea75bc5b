/** Storage may be refused, full or taken away: that is a result here, never an exception. */
import type { TextKey } from '../texts/catalogue';
import { t } from '../texts/t';

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

const MESSAGES = {
  refused: 'storage.refused',
  full: 'storage.full',
  replaced: 'storage.replaced',
  newer: 'storage.newer',
  failed: 'storage.failed',
} as const satisfies Record<StorageErrorCode, TextKey>;

export function storageError(code: StorageErrorCode): StorageError {
  return { code, message: t(MESSAGES[code]) };
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
