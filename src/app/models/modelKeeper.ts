/** The kept models: a list in the state, their bulk in storage. */
import type { StoreApi } from 'zustand/vanilla';
import type { StoredModelData, StoredTake } from '../../storage/records';
import type { AppStorage } from '../../storage/storage';
import type { StorageResult } from '../../storage/storageError';
import { t } from '../../texts/t';
import type { Take } from '../compose/take';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { AppState } from '../state';
import type { ModelEntry } from './modelState';

/** Most models in the list: each holds some 10 MB of storage. */
const MOST = 6;

/** The bulk of a model. */
export interface KeptModel extends StoredModelData {
  snippets: Take[];
}

export type ModelStorage = Pick<
  AppStorage,
  'loadModel' | 'loadModels' | 'saveModel' | 'removeModel'
>;

export interface AddOptions {
  /** Id of the stored run that ended with this model; it leaves the storage. */
  endedRun?: string;
  /** Settles when that run's last save is done. */
  saved?: Promise<void>;
  /** Id of a model that stays even if it is the oldest: its return is offered. */
  spare?: string;
}

export class ModelKeeper {
  readonly #store: StoreApi<AppState>;
  readonly #storage: ModelStorage;
  /** Models whose save has not succeeded, by id. */
  readonly #unsaved = new Map<string, KeptModel>();

  constructor(store: StoreApi<AppState>, storage: ModelStorage) {
    this.#store = store;
    this.#storage = storage;
    store.subscribe((state, before) => {
      if (state.snippets !== before.snippets) void this.#saveSnippets(state);
    });
  }

  /** Adds the rows of earlier visits. */
  async restore(): Promise<void> {
    const stored = await this.#storage.loadModels();
    if (!stored.ok) return;
    this.#store.setState(({ models }) => ({ models: putBack(models, stored.value) }));
  }

  /** Adds a model to the list and stores it; the oldest one above the limit is removed. */
  add(entry: ModelEntry, model: KeptModel, options: AddOptions = {}): Promise<void> {
    this.#unsaved.set(entry.id, model);
    this.#store.setState(({ models }) => ({
      models: putBack(
        models.filter(({ id }) => id !== entry.id),
        [entry],
      ),
    }));
    this.#dropOldest(options.spare);
    return this.#save(entry, model, options);
  }

  rename(id: string, title: string): void {
    const entry = this.#entry(id);
    if (!entry || title === entry.title) return;
    const renamed = { ...entry, title };
    this.#store.setState(({ models }) => ({
      models: models.map((model) => (model === entry ? renamed : model)),
    }));
    if (this.#unsaved.has(id)) return;
    void this.#storage.saveModel({ model: renamed });
  }

  /** Undefined where it is gone, damaged or of another version. */
  async load(id: string): Promise<KeptModel | undefined> {
    const unsaved = this.#unsaved.get(id);
    if (unsaved) return unsaved;
    const stored = await this.#storage.loadModel(id);
    if (!stored.ok || !stored.value) return undefined;
    const { data, snippets } = stored.value;
    return { ...data, snippets: snippets.map((take) => ({ ...take, composing: false })) };
  }

  remove(id: string): void {
    this.#unsaved.delete(id);
    this.#store.setState(({ models }) => ({ models: models.filter((model) => model.id !== id) }));
    void this.#storage.removeModel(id);
  }

  #entry(id: string): ModelEntry | undefined {
    return this.#store.getState().models.find((model) => model.id === id);
  }

  async #save(entry: ModelEntry, model: KeptModel, options: AddOptions): Promise<void> {
    const { snippets, ...data } = model;
    await options.saved;
    // It may have been renamed or removed meanwhile.
    const latest = this.#entry(entry.id);
    if (!latest) {
      // Its run would bring it back at the next visit.
      if (options.endedRun) await this.#storage.removeModel(entry.id, options.endedRun);
      return;
    }
    const outcome = await this.#storage.saveModel({
      model: latest,
      data,
      snippets: snippets.map(storedSnippet),
      endedRun: options.endedRun,
    });
    if (!outcome.ok) {
      this.#tell(latest, outcome);
      return;
    }
    const now = this.#unsaved.get(entry.id);
    this.#unsaved.delete(entry.id);
    if (now && now.snippets !== snippets) await this.#saveSnippets(this.#store.getState());
  }

  #tell({ title }: ModelEntry, { error }: Extract<StorageResult<void>, { ok: false }>): void {
    notify(this.#store, `${error.message} ${t('models.willBeGone', { title })}`);
  }

  /** A snippet may arrive after the end of its run. */
  async #saveSnippets({ snippets, training }: AppState): Promise<void> {
    const entry = training.run && this.#entry(training.run.id);
    if (!entry || snippets.length === 0) return;
    const unsaved = this.#unsaved.get(entry.id);
    if (unsaved) {
      this.#unsaved.set(entry.id, { ...unsaved, snippets });
      return;
    }
    await this.#storage.saveModel({ model: entry, snippets: snippets.map(storedSnippet) });
  }

  #dropOldest(spare: string | undefined): void {
    const { models, training } = this.#store.getState();
    if (models.length <= MOST) return;
    const oldest = models.find(({ id }) => id !== training.model && id !== spare);
    if (!oldest) return;
    this.remove(oldest.id);
    notify(this.#store, t('models.leftList', { title: oldest.title, count: MOST }));
  }
}

function storedSnippet({ composing, ...take }: Take): StoredTake {
  return take;
}
