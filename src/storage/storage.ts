/** Keeps pieces, takes, settings and the last run in IndexedDB. No method ever rejects. */
import { presets } from '../model/preset';
import { encodings } from '../music/encoding';
import type { Checkpoint } from '../training/checkpoint';
import {
  type CollectionName,
  type EtudeDatabase,
  type EtudeSchema,
  type Migration,
  openDatabase,
} from './database';
import { ONLY } from './keys';
import { migrations } from './migrations';
import {
  RUN_FORMAT,
  type StoredPiece,
  type StoredRun,
  type StoredRunInFull,
  type StoredSettings,
} from './records';
import { errorCodeOf, ReplacedError, type StorageResult, storageError } from './storageError';

/** Record of a collection. */
export type CollectionItem<S extends CollectionName> = EtudeSchema[S]['value'];

/** Changes of a list since the last save. */
export interface CollectionChange<S extends CollectionName> {
  put: readonly CollectionItem<S>[];
  remove: readonly string[];
}

export interface RunToSave {
  run: StoredRun;
  checkpoint: Checkpoint;
  /** Given with the first save of a run; later saves keep the stored ones. */
  pieces?: readonly StoredPiece[];
}

export class AppStorage {
  readonly #name: string;
  readonly #migrations: readonly Migration[];
  #opening: Promise<EtudeDatabase> | undefined;

  constructor(name = 'etude', steps: readonly Migration[] = migrations) {
    this.#name = name;
    this.#migrations = steps;
  }

  /** The list by id, which is the order of creation, whichever tab it was in. */
  loadCollection<S extends CollectionName>(
    collection: S,
  ): Promise<StorageResult<CollectionItem<S>[]>> {
    return this.#use((database) => database.getAll(collection));
  }

  changeCollection<S extends CollectionName>(
    collection: S,
    change: CollectionChange<S>,
  ): Promise<StorageResult<void>> {
    return this.#use(async (database) => {
      const transaction = database.transaction(collection, 'readwrite');
      const requests = [
        ...change.put.map((item) => transaction.store.put(item)),
        ...change.remove.map((id) => transaction.store.delete(id)),
      ];
      // A closing page cannot wait for its requests, nor read what other tabs have stored first.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    });
  }

  loadSettings(): Promise<StorageResult<StoredSettings | undefined>> {
    return this.#use((database) => database.get('settings', ONLY));
  }

  saveSettings(settings: StoredSettings): Promise<StorageResult<void>> {
    return this.#use(async (database) => {
      const transaction = database.transaction('settings', 'readwrite');
      const request = transaction.store.put(settings, ONLY);
      transaction.commit();
      await Promise.all([request, transaction.done]);
    });
  }

  /** Header of the last run; undefined where none is stored in a format of this version. */
  loadRun(): Promise<StorageResult<StoredRun | undefined>> {
    return this.#use(async (database) => {
      const run = await database.get('runs', ONLY);
      return isUnderstood(run) ? run : undefined;
    });
  }

  loadRunInFull(): Promise<StorageResult<StoredRunInFull | undefined>> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['runs', 'runPieces', 'checkpoints']);
      const [run, pieces, checkpoint] = await Promise.all([
        transaction.objectStore('runs').get(ONLY),
        transaction.objectStore('runPieces').get(ONLY),
        transaction.objectStore('checkpoints').get(ONLY),
        transaction.done,
      ]);
      if (!isUnderstood(run) || !checkpoint || !isOurEncoding(checkpoint)) return undefined;
      return { run, pieces: pieces ?? [], checkpoint };
    });
  }

  /**
   * Atomic: a failed save leaves the previous one. A save without pieces continues the stored run,
   * and fails as `replaced` where that is another or none.
   */
  saveRun({ run, checkpoint, pieces }: RunToSave): Promise<StorageResult<void>> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['runs', 'runPieces', 'checkpoints'], 'readwrite');
      const runs = transaction.objectStore('runs');
      if (!pieces && (await runs.get(ONLY))?.id !== run.id) throw new ReplacedError();
      const requests = [
        runs.put(run, ONLY),
        transaction.objectStore('checkpoints').put(checkpoint, ONLY),
        pieces && transaction.objectStore('runPieces').put([...pieces], ONLY),
      ];
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    });
  }

  discardRun(): Promise<StorageResult<void>> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['runs', 'runPieces', 'checkpoints'], 'readwrite');
      await Promise.all([
        transaction.objectStore('runs').clear(),
        transaction.objectStore('runPieces').clear(),
        transaction.objectStore('checkpoints').clear(),
        transaction.done,
      ]);
    });
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    (await opening?.catch(() => undefined))?.close();
  }

  async #use<T>(work: (database: EtudeDatabase) => Promise<T>): Promise<StorageResult<T>> {
    let database: EtudeDatabase;
    try {
      database = await this.#open();
    } catch (error) {
      this.#opening = undefined;
      const code = errorCodeOf(error);
      // A database that cannot be opened was refused by the browser.
      return { ok: false, error: storageError(code === 'failed' ? 'refused' : code) };
    }
    try {
      return { ok: true, value: await work(database) };
    } catch (error) {
      return { ok: false, error: storageError(errorCodeOf(error)) };
    }
  }

  async #open(): Promise<EtudeDatabase> {
    this.#opening ??= openDatabase(this.#name, this.#migrations, () => {
      this.#opening = undefined;
    });
    return this.#opening;
  }
}

/** Whether this version can resume the stored run. */
function isUnderstood(run: StoredRun | undefined): run is StoredRun {
  return run?.format === RUN_FORMAT && Object.hasOwn(presets, run.preset);
}

function isOurEncoding({ encoding }: Checkpoint): boolean {
  return (
    Object.hasOwn(encodings, encoding.id) && encodings[encoding.id].version === encoding.version
  );
}
