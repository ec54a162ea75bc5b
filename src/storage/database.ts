/** The database, its stores, and how each version of it follows from the one before. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Checkpoint } from '../training/checkpoint';
import type { StoredPiece, StoredRun, StoredSettings, StoredTake } from './records';

export interface EtudeSchema extends DBSchema {
  pieces: { key: string; value: StoredPiece };
  takes: { key: string; value: StoredTake };
  /** Ids in the order of the lists, one entry for each list. */
  orders: { key: ShelfName; value: string[] };
  settings: { key: typeof ONLY; value: StoredSettings };
  /** The last run in three parts: what is read at each visit, and the bulk. */
  runs: { key: typeof ONLY; value: StoredRun };
  runPieces: { key: typeof ONLY; value: StoredPiece[] };
  checkpoints: { key: typeof ONLY; value: Checkpoint };
}

export type ShelfName = 'pieces' | 'takes';
export type EtudeDatabase = IDBPDatabase<EtudeSchema>;
/** Key of what there is one of. */
export const ONLY = 'last';

/** Turns the database of one version into the next; it runs inside the upgrade's transaction. */
export type Migration = (database: EtudeDatabase) => void;

/** Migration `i` leads from version `i` to `i + 1`. Published ones never change. */
export const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore('pieces', { keyPath: 'id' });
    database.createObjectStore('takes', { keyPath: 'id' });
    database.createObjectStore('orders');
    database.createObjectStore('settings');
    database.createObjectStore('runs');
    database.createObjectStore('runPieces');
    database.createObjectStore('checkpoints');
  },
];

/**
 * Opens the database, brought to the version that the last migration leads to.
 * @param onLost the connection has ended: the next use must open another
 */
export function openDatabase(
  name: string,
  steps: readonly Migration[],
  onLost: () => void,
): Promise<EtudeDatabase> {
  return openDB<EtudeSchema>(name, steps.length, {
    upgrade: (database, from) => {
      for (const migrate of steps.slice(from)) migrate(database);
    },
    // A newer version in another tab waits for this one to let go.
    blocking: (_current, _wanted, event) => {
      onLost();
      const { target } = event;
      if (target instanceof IDBDatabase) target.close();
    },
    terminated: onLost,
  });
}
