/** Opening a model file: it joins the list and becomes the model at hand, with an undo. */
import type { StoreApi } from 'zustand/vanilla';
import { presetTitle } from '../../model/presetTexts';
import { t } from '../../texts/t';
import type { SavedModel } from '../../training/modelFile/read';
import { knowsKeys, planSource } from '../compose/takeForm';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { mayStart } from '../training/trainingRun';
import type { ModelAtHand } from './modelAtHand';
import { modelEntry, titlesOf } from './modelEntry';
import type { KeptModel, ModelKeeper } from './modelKeeper';

interface OpenerContext {
  store: StoreApi<AppState>;
  keeper: ModelKeeper;
  atHand: ModelAtHand;
}

/**
 * @returns a function that makes a saved model the one at hand; it returns undefined, or in one
 * sentence why the model was not opened
 */
export function modelFileOpener({
  store,
  keeper,
  atHand,
}: OpenerContext): (fileName: string, model: SavedModel) => string | undefined {
  return (fileName, { checkpoint, pieces }) => {
    const { training } = store.getState();
    if (!mayStart(training.phase)) {
      return t('run.underWayAdd');
    }
    const entry = modelEntry(checkpoint, {
      id: createId(),
      title: nameOf(fileName),
      titles: titlesOf(pieces),
      when: Date.now(),
    });
    const model: KeptModel = {
      checkpoint,
      curve: { points: [], stride: 1, seen: 0 },
      snippets: [],
    };
    const putBack = atHand.remember();
    atHand.show(entry, model);
    void keeper.add(entry, model);
    const { preset, epoch } = checkpoint;
    const title = presetTitle(preset);
    // Keras does not say how long it trained.
    const opened =
      epoch === 0
        ? t('keras.opened', { preset: title })
        : t('models.opened', { preset: title, count: epoch });
    const sentences = [opened];
    if (training.checkpoint) sentences.push(t('models.tookLastPlace'));
    const source = planSource(store.getState(), checkpoint);
    if (knowsKeys(preset) && source !== 'model') sentences.push(t('models.otherPlans', { source }));
    notify(store, sentences.join(' '), () => {
      const now = store.getState().training;
      if (now.model !== entry.id || !mayStart(now.phase)) {
        notify(store, t('models.placeTakenSince'));
        return;
      }
      putBack();
      keeper.remove(entry.id);
    });
    return undefined;
  };
}

/** The file's name without folders and ending. */
function nameOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('/') + 1).replace(ENDING, '');
}

const ENDING = /\.(etude|keras|weights\.h5|h5|hdf5)$/i;
