/** The database and its stores. */
import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import type { Checkpoint } from '../training/checkpoint';
import type { ONLY } from './keys';
import type {
  StoredModel,
  StoredModelData,
  StoredPiece,
  StoredRun,
  StoredSettings,
  StoredTake,
} from './records';

export interface EtudeSchema extends DBSchema {
  pieces: { key: string; value: StoredPiece };
  takes: { key: string; value: StoredTake };
  /** Version 1 only: ids in the order of the lists, one entry for each list. */
  orders: { key: CollectionName; value: string[] };
  settings: { key: typeof ONLY; value: StoredSettings };
  /** The run under way in three parts: what is read at each visit, and the bulk. */
  runs: { key: typeof ONLY; value: StoredRun };
  runPieces: { key: typeof ONLY; value: StoredPiece[] };
  checkpoints: { key: typeof ONLY; value: Checkpoint };
  /** Kept models; their bulk is apart, by the same id. */
  models: { key: string; value: StoredModel };
  modelData: { key: string; value: StoredModelData };
  modelSnippets: { key: string; value: StoredTake[] };
}

export type CollectionName = 'pieces' | 'takes';
export type EtudeDatabase = IDBPDatabase<EtudeSchema>;
export type UpgradeTransaction = IDBPTransaction<
  EtudeSchema,
  StoreNames<EtudeSchema>[],
  'versionchange'
>;

/** Turns the database of one version into the next; it awaits nothing but the transaction. */
export type Migration = (
  database: EtudeDatabase,
  transaction: UpgradeTransaction,
) => void | Promise<void>;

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
    upgrade: async (database, from, _to, transaction) => {
      try {
        for (const migrate of steps.slice(from)) await migrate(database, transaction);
      } catch {
        // What was stored stays as it was, and opening fails.
        transaction.done.catch(() => undefined);
        transaction.abort();
      }
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
