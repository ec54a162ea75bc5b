/** Downloads the kit with which the model at hand is trained on a bigger machine. */
import type { StoreApi } from 'zustand/vanilla';
import { version } from '../../../package.json';
import { errorMessage } from '../../lib/errorMessage';
import type { WorkerClient } from '../../worker/client';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import type { AppState } from '../state';
import { includedPieces } from '../training/trainingActions';
import { KIT_FILE_NAME } from './fileNames';
import { titlesOf } from './modelEntry';

export function kitActions(
  store: StoreApi<AppState>,
  auxWorker: Pick<WorkerClient, 'run'>,
): Pick<Actions, 'saveKit'> {
  async function saveKit(): Promise<void> {
    const state = store.getState();
    const { checkpoint, model } = state.training;
    if (!checkpoint) return;
    const entry = state.models.find(({ id }) => id === model);
    const titles = titlesOf([...(entry?.pieces ?? []), ...state.pieces]);
    try {
      const pieces = includedPieces(state);
      const bytes = await auxWorker.run('kit', { checkpoint, pieces, titles, version });
      saveFile(store, KIT_FILE_NAME, 'application/zip', bytes);
    } catch (error) {
      notify(store, errorMessage(error));
    }
  }
  return { saveKit };
}
