/** A storage of models in memory. */
import type { StoredModel, StoredModelData, StoredTake } from '../../storage/records';
import { storageError } from '../../storage/storageError';
import type { ModelStorage } from '../models/modelKeeper';

export interface FakeModelStorage extends ModelStorage {
  /** Rows, in the order of their first save. */
  models: StoredModel[];
  data: Map<string, StoredModelData>;
  snippets: Map<string, readonly StoredTake[]>;
  /** Ids of runs that left the storage with their model. */
  endedRuns: string[];
  full: boolean;
}

export function fakeModelStorage(): FakeModelStorage {
  const done = { ok: true, value: undefined } as const;
  const storage: FakeModelStorage = {
    models: [],
    data: new Map(),
    snippets: new Map(),
    endedRuns: [],
    full: false,
    loadModels: async () => ({ ok: true, value: [...storage.models] }),
    loadModel: async (id) => {
      const data = storage.data.get(id);
      const snippets = [...(storage.snippets.get(id) ?? [])];
      return { ok: true, value: data && { data, snippets } };
    },
    saveModel: async ({ model, data, snippets, endedRun }) => {
      if (storage.full) return { ok: false, error: storageError('full') };
      storage.models = [...storage.models.filter(({ id }) => id !== model.id), model];
      if (data) storage.data.set(model.id, data);
      if (snippets) storage.snippets.set(model.id, snippets);
      if (endedRun) storage.endedRuns.push(endedRun);
      return done;
    },
    removeModel: async (id, endedRun) => {
      if (endedRun) storage.endedRuns.push(endedRun);
      storage.models = storage.models.filter((model) => model.id !== id);
      storage.data.delete(id);
      storage.snippets.delete(id);
      return done;
    },
  };
  return storage;
}
