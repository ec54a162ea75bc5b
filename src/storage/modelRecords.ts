/** The kept models in the database: a list of what each is, and apart from it the bulk of each. */
import type { EtudeDatabase } from './database';
import { ONLY } from './keys';
import type { StoredModel, StoredModelData, StoredTake } from './records';

/** A part that is absent stays as it is stored. */
export interface ModelToSave {
  model: StoredModel;
  data?: StoredModelData;
  snippets?: readonly StoredTake[];
  /** Id of the stored run that this model is the result of: it leaves in the same transaction. */
  endedRun?: string;
}

const MODEL_STORES = ['models', 'modelData', 'modelSnippets'] as const;
type RunStore = 'runs' | 'runPieces' | 'checkpoints';
const RUN_STORES: readonly RunStore[] = ['runs', 'runPieces', 'checkpoints'];

/** Unchecked records. */
export interface ModelRecords {
  data: unknown;
  snippets: unknown;
}

export async function readModel(database: EtudeDatabase, id: string): Promise<ModelRecords> {
  const transaction = database.transaction(MODEL_STORES);
  const [data, snippets] = await Promise.all([
    transaction.objectStore('modelData').get(id),
    transaction.objectStore('modelSnippets').get(id),
    transaction.done,
  ]);
  return { data, snippets };
}

/** Atomic. */
export async function writeModel(
  database: EtudeDatabase,
  { model, data, snippets, endedRun }: ModelToSave,
): Promise<void> {
  const { id } = model;
  const transaction = database.transaction([...MODEL_STORES, ...RUN_STORES], 'readwrite');
  const run = endedRun && (await transaction.objectStore('runs').get(ONLY));
  const ended = run && run.id === endedRun ? RUN_STORES : [];
  const requests = [
    transaction.objectStore('models').put(model),
    data && transaction.objectStore('modelData').put(data, id),
    snippets && transaction.objectStore('modelSnippets').put([...snippets], id),
    ...ended.map((store) => transaction.objectStore(store).delete(ONLY)),
  ];
  transaction.commit();
  await Promise.all([...requests, transaction.done]);
}

/** Atomic. @param endedRun id of the stored run that this model was the result of, which leaves too */
export async function deleteModel(
  database: EtudeDatabase,
  id: string,
  endedRun?: string,
): Promise<void> {
  const transaction = database.transaction([...MODEL_STORES, ...RUN_STORES], 'readwrite');
  const run = endedRun && (await transaction.objectStore('runs').get(ONLY));
  const ended = run && run.id === endedRun ? RUN_STORES : [];
  const requests = [
    ...MODEL_STORES.map((store) => transaction.objectStore(store).delete(id)),
    ...ended.map((store) => transaction.objectStore(store).delete(ONLY)),
  ];
  transaction.commit();
  await Promise.all([...requests, transaction.done]);
}
