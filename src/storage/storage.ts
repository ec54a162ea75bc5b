/** Keeps pieces, takes, settings and the last run in IndexedDB. No method ever rejects. */
import * as v from 'valibot';
import { t } from '../texts/t';
import type { Checkpoint } from '../training/checkpoint';
import { isKnownEncoding, upgraded } from '../training/formVersions';
import {
  type CollectionName,
  type EtudeDatabase,
  type EtudeSchema,
  type Migration,
  openDatabase,
} from './database';
import { ONLY } from './keys';
import { migrations } from './migrations';
import { deleteModel, type ModelToSave, readModel, writeModel } from './modelRecords';
import {
  RUN_FORMAT,
  type StoredModel,
  type StoredModelData,
  type StoredPiece,
  type StoredRun,
  type StoredRunInFull,
  type StoredSettings,
  type StoredTake,
} from './records';
import {
  storedCheckpoint,
  storedModel,
  storedModelData,
  storedPiece,
  storedRun,
  storedSettings,
  storedTake,
} from './schemas';
import { errorCodeOf, ReplacedError, type StorageResult, storageError } from './storageError';

/** Records read at once. */
const PORTION = 200;

/** Record of a collection. */
export type CollectionItem<S extends CollectionName> = EtudeSchema[S]['value'];

/** Settings as far as an earlier version knew them. */
export type LoadedSettings = v.InferOutput<typeof storedSettings>;

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

/** The bulk of a kept model. */
export interface StoredModelInFull {
  data: StoredModelData;
  snippets: StoredTake[];
}

export class AppStorage {
  /** Told, in a sentence, of what was stored and cannot be used: it is left out. */
  onDamaged: (sentence: string) => void = () => {};
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
    return this.#use(async (database) => {
      const items: CollectionItem<S>[] = [];
      let damaged = 0;
      for await (const records of portionsOf(database, collection)) {
        const sound = records.filter((record) => isItem(collection, record));
        items.push(...sound);
        damaged += records.length - sound.length;
      }
      if (damaged > 0) {
        const key = collection === 'pieces' ? 'storage.damagedPieces' : 'storage.damagedTakes';
        this.onDamaged(t(key, { count: damaged }));
      }
      return items;
    });
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

  loadSettings(): Promise<StorageResult<LoadedSettings | undefined>> {
    return this.#use(async (database) => {
      const settings: unknown = await database.get('settings', ONLY);
      if (settings === undefined || v.is(storedSettings, settings)) return settings;
      this.onDamaged(t('storage.damagedSettings'));
      return undefined;
    });
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
      const run: unknown = await database.get('runs', ONLY);
      return this.#checkedRun(run);
    });
  }

  loadRunInFull(): Promise<StorageResult<StoredRunInFull | undefined>> {
    return this.#use(async (database) => {
      const transaction = database.transaction(['runs', 'runPieces', 'checkpoints']);
      const records: readonly unknown[] = await Promise.all([
        transaction.objectStore('runs').get(ONLY),
        transaction.objectStore('runPieces').get(ONLY),
        transaction.objectStore('checkpoints').get(ONLY),
        transaction.done,
      ]);
      const [, pieces = [], checkpoint] = records;
      const run = this.#checkedRun(records[0]);
      if (!run || isForeign(checkpoint)) return undefined;
      if (v.is(storedCheckpoint, checkpoint) && v.is(v.array(storedPiece), pieces)) {
        return { run, pieces, checkpoint: upgraded(checkpoint) };
      }
      this.onDamaged(t('storage.damagedRun'));
      return undefined;
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

  /** The kept models, oldest first. */
  loadModels(): Promise<StorageResult<StoredModel[]>> {
    return this.#use(async (database) => {
      const records: unknown[] = await database.getAll('models');
      return records.filter((record) => v.is(storedModel, record));
    });
  }

  /** Undefined where it is gone, damaged or of another version. */
  loadModel(id: string): Promise<StorageResult<StoredModelInFull | undefined>> {
    return this.#use(async (database) => {
      const { data, snippets } = await readModel(database, id);
      if (!v.is(storedModelData, data) || isForeign(data.checkpoint)) return undefined;
      return {
        data: { ...data, checkpoint: upgraded(data.checkpoint) },
        snippets: v.is(v.array(storedTake), snippets) ? snippets : [],
      };
    });
  }

  saveModel(model: ModelToSave): Promise<StorageResult<void>> {
    return this.#use((database) => writeModel(database, model));
  }

  /** @param endedRun id of the stored run that this model was the result of, which leaves too */
  removeModel(id: string, endedRun?: string): Promise<StorageResult<void>> {
    return this.#use((database) => deleteModel(database, id, endedRun));
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

  #checkedRun(run: unknown): StoredRun | undefined {
    if (run === undefined || isForeign(run)) return undefined;
    if (v.is(storedRun, run)) return run;
    this.onDamaged(t('storage.damagedRun'));
    return undefined;
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

/** A list by id, in portions: reading and checking thousands at once would freeze the page. */
async function* portionsOf(
  database: EtudeDatabase,
  collection: CollectionName,
): AsyncGenerator<unknown[], void> {
  const { store } = database.transaction(collection);
  let rest: IDBKeyRange | undefined;
  for (;;) {
    const [keys, records] = await Promise.all([
      store.getAllKeys(rest, PORTION),
      store.getAll(rest, PORTION),
    ]);
    yield records;
    const last = keys.at(-1);
    if (last === undefined || keys.length < PORTION) return;
    rest = IDBKeyRange.lowerBound(last, true);
  }
}

function isItem<S extends CollectionName>(
  collection: S,
  record: unknown,
): record is CollectionItem<S> {
  return v.is(collection === 'pieces' ? storedPiece : storedTake, record);
}

/** Formats and encodings that this version does not go on with, from another one of Etude. */
const foreign = v.union([
  v.object({ format: v.pipe(v.number(), v.notValue(RUN_FORMAT)) }),
  v.pipe(
    v.object({ encoding: v.object({ id: v.string(), version: v.number() }) }),
    v.check(({ encoding }) => !isKnownEncoding(encoding)),
  ),
]);

function isForeign(record: unknown): boolean {
  return v.is(foreign, record);
}
