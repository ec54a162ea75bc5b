/** The list "Models": opening, renaming, saving to a file, deleting. */
import type { StoreApi } from 'zustand/vanilla';
import { version } from '../../../package.json';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import { type Provenance, writeModelFile } from '../../training/modelFile/write';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import type { AppState } from '../state';
import { mayStart } from '../training/trainingRun';
import { modelFileName } from './fileNames';
import type { ModelAtHand } from './modelAtHand';
import { titlesOf } from './modelEntry';
import type { ModelKeeper } from './modelKeeper';
import type { ModelEntry } from './modelState';

const MODEL_FILE_TYPE = 'application/x-etude';
const KERAS_FILE_TYPE = 'application/zip';

interface ModelContext {
  store: StoreApi<AppState>;
  keeper: ModelKeeper;
  atHand: ModelAtHand;
}

export function modelActions({
  store,
  keeper,
  atHand,
}: ModelContext): Pick<
  Actions,
  'saveModel' | 'saveKeras' | 'openModel' | 'renameModel' | 'removeModel'
> {
  const entryOf = (id: string | undefined): ModelEntry | undefined =>
    store.getState().models.find((model) => model.id === id);

  async function open(id: string): Promise<void> {
    const entry = entryOf(id);
    if (!entry) return;
    const model = await keeper.load(id);
    if (!model) {
      notify(store, t('models.cannotOpen', { title: entry.title }));
      return;
    }
    if (mayStart(store.getState().training.phase)) atHand.show(entry, model);
    else notify(store, t('run.underWay'));
  }

  async function remove(id: string): Promise<void> {
    const entry = entryOf(id);
    const model = entry && (await keeper.load(id));
    if (!entry) return;
    const { training } = store.getState();
    const isAtHand = training.model === id;
    if (isAtHand && !mayStart(training.phase)) {
      notify(store, t('run.underWay'));
      return;
    }
    keeper.remove(id);
    if (isAtHand) atHand.clear();
    // Without its bulk there is nothing to bring back.
    const undo = model && (() => bringBack(entry, () => keeper.add(entry, model), isAtHand));
    notify(store, t('models.deleted', { title: entry.title }), undo);
  }

  function bringBack(entry: ModelEntry, add: () => Promise<void>, open_: boolean): void {
    void add();
    if (open_ && store.getState().training.model === undefined) void open(entry.id);
  }

  async function checkpointOf(id: string | undefined): Promise<Checkpoint | undefined> {
    const { training } = store.getState();
    if (id === undefined || id === training.model) return training.checkpoint;
    return (await keeper.load(id))?.checkpoint;
  }

  async function save(id?: string): Promise<void> {
    const checkpoint = await checkpointOf(id);
    if (!checkpoint) return;
    const provenance = provenanceOf(store.getState(), entryOf(id));
    const bytes = writeModelFile(checkpoint, provenance);
    saveFile(store, modelFileName(checkpoint, 'etude'), MODEL_FILE_TYPE, bytes);
  }

  async function saveKeras(id?: string): Promise<void> {
    const checkpoint = await checkpointOf(id);
    if (!checkpoint) return;
    const provenance = provenanceOf(store.getState(), entryOf(id));
    try {
      // Only for those who take a model out.
      const { writeKerasFile } = await import('../../training/keras/write');
      const bytes = writeKerasFile(checkpoint, provenance);
      saveFile(store, modelFileName(checkpoint, 'keras'), KERAS_FILE_TYPE, bytes);
    } catch (error) {
      notify(store, errorMessage(error));
    }
  }

  return {
    saveModel: save,
    saveKeras,
    openModel: open,
    renameModel: (id, title) => keeper.rename(id, title),
    removeModel: remove,
  };
}

function provenanceOf({ pieces, training, models }: AppState, entry?: ModelEntry): Provenance {
  const atHand = entry ?? models.find(({ id }) => id === training.model);
  const titles = titlesOf([...(atHand?.pieces ?? []), ...pieces]);
  return { version, saved: new Date(), titleOf: (id) => titles.get(id) };
}
