/** The list "Models": opening, renaming, saving to a file, deleting. */
import type { StoreApi } from 'zustand/vanilla';
import { version } from '../../../package.json';
import { presetName } from '../../model/presetTexts';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import { writeModelFile } from '../../training/modelFile/write';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import type { AppState, ModelEntry } from '../state';
import { mayStart } from '../training/trainingRun';
import type { ModelAtHand } from './modelAtHand';
import { titlesOf } from './modelEntry';
import type { ModelKeeper } from './modelKeeper';

const MODEL_FILE_TYPE = 'application/x-etude';

interface ModelContext {
  store: StoreApi<AppState>;
  keeper: ModelKeeper;
  atHand: ModelAtHand;
}

export function modelActions({
  store,
  keeper,
  atHand,
}: ModelContext): Pick<Actions, 'saveModel' | 'openModel' | 'renameModel' | 'removeModel'> {
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

  async function save(id?: string): Promise<void> {
    const { training } = store.getState();
    const entry = entryOf(id ?? training.model);
    const checkpoint =
      id === undefined || id === training.model
        ? training.checkpoint
        : (await keeper.load(id))?.checkpoint;
    if (checkpoint) saveModelFile(store.getState(), entry, checkpoint);
  }

  return {
    saveModel: save,
    openModel: open,
    renameModel: (id, title) => keeper.rename(id, title),
    removeModel: remove,
  };
}

function saveModelFile(
  { pieces }: AppState,
  entry: ModelEntry | undefined,
  checkpoint: Checkpoint,
): void {
  const titles = titlesOf([...(entry?.pieces ?? []), ...pieces]);
  const bytes = writeModelFile(checkpoint, {
    version,
    saved: new Date(),
    titleOf: (id) => titles.get(id),
  });
  const name = t('models.fileName', {
    preset: presetName(checkpoint.preset),
    count: checkpoint.epoch,
  });
  saveFile(`${name}.etude`, MODEL_FILE_TYPE, bytes);
}
