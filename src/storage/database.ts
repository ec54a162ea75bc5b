/** The database and its stores. */
import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import type { Checkpoint } from '../training/checkpoint';
import type { Migration } from './migrations';
import type { StoredPiece, StoredRun, StoredSettings, StoredTake } from './records';

export interface EtudeSchema extends DBSchema {
  pieces: { key: string; value: StoredPiece };
  takes: { key: string; value: StoredTake };
  /** Ids in the order of the lists, one entry for each list. */
  orders: { key: CollectionName; value: string[] };
  settings: { key: typeof ONLY; value: StoredSettings };
  /** The last run in three parts: what is read at each visit, and the bulk. */
  runs: { key: typeof ONLY; value: StoredRun };
  runPieces: { key: typeof ONLY; value: StoredPiece[] };
  checkpoints: { key: typeof ONLY; value: Checkpoint };
}

export type CollectionName = 'pieces' | 'takes';
export type EtudeDatabase = IDBPDatabase<EtudeSchema>;
/** Key of single records. */
export const ONLY = 'last';

/**
 * Opens the database and applies the missing migrations.
 * @param onLost called when the connection has ended and must be opened again
 */
export function openDatabase(
  name: string,
  steps: readonly Migration[],
  onLost: () => void,
): Promise<EtudeDatabase> {
  return openDB<EtudeSchema>(name, steps.length, {
    upgrade: (database, from, _to, transaction) => {
      for (const migrate of steps.slice(from)) migrate(unwrap(database), unwrap(transaction));
    },
    // A newer version in another tab waits for this connection to close.
    blocking: (_current, _wanted, event) => {
      onLost();
      const { target } = event;
      if (target instanceof IDBDatabase) target.close();
    },
    terminated: onLost,
  });
}
