/** Opening a model file: it joins the list and becomes the model at hand, with an undo. */
import type { StoreApi } from 'zustand/vanilla';
import { plural } from '../../lib/counts';
import { presets } from '../../model/preset';
import type { SavedModel } from '../../training/modelFile/read';
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
      return 'A run is under way: stop it first, then add this model.';
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
    const { title } = presets[checkpoint.preset];
    const place = training.checkpoint ? ' It takes the place of the last one.' : '';
    const text = `Opened a model: ${title}, ${plural(checkpoint.epoch, 'epoch')}. It is ready to compose.${place}`;
    notify(store, text, () => {
      const now = store.getState().training;
      if (now.model !== entry.id || !mayStart(now.phase)) {
        notify(store, 'A run or another model has taken its place since.');
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
  return fileName.slice(fileName.lastIndexOf('/') + 1).replace(/\.etude$/i, '');
}
