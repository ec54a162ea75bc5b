/** Models as files: saving the one at hand, opening one that was dropped. */
import type { StoreApi } from 'zustand/vanilla';
import { version } from '../../package.json';
import { presets } from '../model/preset';
import type { SavedModel } from '../training/modelFile/read';
import { writeModelFile } from '../training/modelFile/write';
import type { Actions } from './actionTypes';
import type { LossPoints } from './lossPoints';
import { notify } from './notices';
import { saveFile } from './saveFile';
import type { AppState } from './state';
import { mayStart } from './trainingRun';

export const MODEL_FILE_TYPE = 'application/x-etude';

export function modelActions(store: StoreApi<AppState>): Pick<Actions, 'saveModel'> {
  return {
    saveModel: async () => {
      const { training, pieces } = store.getState();
      const { checkpoint } = training;
      if (!checkpoint) return;
      const titles = new Map(pieces.map(({ id, title }) => [id, title]));
      const bytes = writeModelFile(checkpoint, {
        version,
        saved: new Date(),
        titleOf: (id) => titles.get(id),
      });
      const { title } = presets[checkpoint.preset];
      saveFile(`${title}, ${epochs(checkpoint.epoch)}.etude`, MODEL_FILE_TYPE, bytes);
    },
  };
}

/**
 * Makes a saved model the one to compose with.
 * @returns why not, in one sentence; undefined where it was opened
 */
export function openModel(
  store: StoreApi<AppState>,
  lossPoints: LossPoints,
  { checkpoint }: SavedModel,
): string | undefined {
  if (!mayStart(store.getState().training.phase)) {
    return 'A run is under way: stop it first, then add this model.';
  }
  const { preset, settings, history, epoch } = checkpoint;
  const { composing, title } = presets[preset];
  lossPoints.restore({ points: [], stride: 1, seen: 0 }, history);
  store.setState(({ compose }) => ({
    preset,
    settings,
    compose: {
      ...compose,
      settings: { ...compose.settings, length: composing.length, takes: composing.takes },
    },
    training: { phase: 'finished', preparing: '', epochs: [...history], checkpoint },
  }));
  notify(store, `Opened a model: ${title}, ${epochs(epoch)}. It is ready to compose.`);
  return undefined;
}

function epochs(count: number): string {
  return `${count} epoch${count === 1 ? '' : 's'}`;
}
