/** Training actions: settings, engine, train, pause, resume, stop. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { TrainingPiece } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import type { Actions } from '../actions';
import type { EngineSelection } from '../engine/engineSelection';
import { learntPiece } from '../library/learntSong';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import type { StartModelLoader } from '../start/startModel';
import type { AppState } from '../state';
import type { StartId } from './runState';
import { chosenStart, freshStart, startOptions } from './starts';
import type { TrainingRun } from './trainingRun';
import type { TrainingTransitions } from './trainingState';

type TrainingActions = Pick<
  Actions,
  | 'choosePreset'
  | 'changeSettings'
  | 'chooseStart'
  | 'chooseEngine'
  | 'train'
  | 'trainOn'
  | 'startOver'
  | 'pauseTraining'
  | 'resumeTraining'
  | 'stopTraining'
>;

/** The pieces that training uses. */
export function includedPieces({ pieces }: AppState): TrainingPiece[] {
  return pieces.filter(({ included }) => included).map(learntPiece);
}

export function trainingActions(
  store: StoreApi<AppState>,
  training: TrainingTransitions,
  engineSelection: Pick<EngineSelection, 'choose'>,
  run: TrainingRun,
  startLoader: Pick<StartModelLoader, 'load'>,
): TrainingActions {
  async function begin(startFrom: StartId): Promise<void> {
    const state = store.getState();
    const { problem, open } = startOptions[startFrom];
    const refusal = problem(state);
    if (refusal) {
      notify(store, refusal);
      return;
    }
    const { preset, settings, pieces } = state;
    if (startFrom === 'etude') {
      try {
        await startLoader.load(new AbortController().signal);
      } catch (error) {
        notify(store, errorMessage(error));
        return;
      }
    }
    const start = await open(store.getState());
    store.setState({ startFrom });
    await run.begin({
      id: createId(),
      preset,
      settings,
      pieces: pieces.filter((piece) => piece.included),
      start,
      startedFrom: startFrom === 'at hand' ? state.training.model : undefined,
    });
  }

  return {
    choosePreset: (id) => store.setState({ preset: id, settings: presets[id].defaults }),
    changeSettings: (change) =>
      store.setState(({ settings }) => ({ settings: { ...settings, ...change } })),
    chooseStart: (startFrom) => store.setState({ startFrom }),
    chooseEngine: (choice) => {
      engineSelection.choose(choice).catch((error: unknown) => {
        training.engineRefused(errorMessage(error));
      });
    },
    train: () => begin(chosenStart(store.getState())),
    trainOn: () => begin('at hand'),
    startOver: () => begin(freshStart(store.getState())),
    pauseTraining: run.pause,
    resumeTraining: run.resume,
    stopTraining: run.stop,
  };
}
