/** Training actions: settings, engine, train, pause, resume, stop. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { TrainingPiece } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import type { Actions } from '../actions';
import type { EngineSelection } from '../engine/engineSelection';
import { createId } from '../shared/ids';
import type { AppState } from '../state';
import type { TrainingRun } from './trainingRun';
import type { TrainingTransitions } from './trainingState';

type TrainingActions = Pick<
  Actions,
  | 'choosePreset'
  | 'changeSettings'
  | 'chooseEngine'
  | 'train'
  | 'pauseTraining'
  | 'resumeTraining'
  | 'stopTraining'
>;

/** The pieces that training uses. */
export function includedPieces({ pieces }: AppState): TrainingPiece[] {
  return pieces
    .filter(({ included }) => included)
    .map(({ id, title, song }) => ({ id, title, song }));
}

export function trainingActions(
  store: StoreApi<AppState>,
  training: TrainingTransitions,
  engineSelection: EngineSelection,
  run: TrainingRun,
): TrainingActions {
  return {
    choosePreset: (id) => store.setState({ preset: id, settings: presets[id].defaults }),
    changeSettings: (change) =>
      store.setState(({ settings }) => ({ settings: { ...settings, ...change } })),
    chooseEngine: (choice) => {
      engineSelection.choose(choice).catch((error: unknown) => {
        training.engineRefused(errorMessage(error));
      });
    },
    train: () => {
      const { preset, settings, pieces } = store.getState();
      const included = pieces.filter((piece) => piece.included);
      return run.begin({ id: createId(), preset, settings, pieces: included });
    },
    pauseTraining: run.pause,
    resumeTraining: run.resume,
    stopTraining: run.stop,
  };
}
