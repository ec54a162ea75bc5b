/** Composes the app: store, workers, player, actions. */
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../audio/player';
import { errorMessage } from '../lib/errorMessage';
import { AppStorage } from '../storage/storage';
import { WorkerClient } from '../worker/client';
import { againActions } from './compose/againActions';
import { composeActions } from './compose/composeActions';
import { takeActions } from './compose/takeActions';
import { takeDownloads } from './compose/takeDownloads';
import type { AppServices } from './context';
import { EngineSelection } from './engine/engineSelection';
import { initialState } from './initialState';
import { libraryActions } from './library/libraryActions';
import { createAutosave } from './persistence/autosave';
import { lastRunActions, offerLastRun } from './persistence/lastRun';
import { modelActions } from './persistence/modelFiles';
import { modelOpener } from './persistence/openModel';
import { warnUnsaved } from './persistence/warnUnsaved';
import { playbackActions } from './playback/playbackActions';
import { registerReactions } from './reactions';
import { noticeActions, notify } from './shared/notices';
import type { AppState } from './state';
import { LossPoints } from './training/lossPoints';
import { composeSnippets } from './training/snippets';
import { trainingActions } from './training/trainingActions';
import { trainingRun } from './training/trainingRun';
import { TrainingTransitions } from './training/trainingState';

/** @param createWorker starts the app's worker script once more */
export function createApp(
  createWorker: () => Worker,
  storage: AppStorage = new AppStorage(),
): AppServices {
  const store = createStore<AppState>(initialState);
  const training = new TrainingTransitions(store);
  const lossPoints = new LossPoints();
  const player = createPlayer();
  // Two workers: reading and composing never wait for a training step.
  const trainer = new WorkerClient(createWorker);
  const auxWorker = new WorkerClient(createWorker);
  const engineSelection = new EngineSelection(store, createWorker);
  const models = modelActions(store);
  const run = trainingRun({
    store,
    training,
    trainer,
    engineSelection,
    lossPoints,
    autosave: createAutosave(storage, (error) => warnUnsaved(store, error, models.saveModel)),
    onCheckpoint: composeSnippets(store, auxWorker),
  });
  const lastRun = { store, storage, training, lossPoints, run };

  storage.onDamaged = (sentence) => notify(store, sentence);
  const { piecesToSearch } = registerReactions({ store, storage, auxWorker, player });
  engineSelection.ready().catch((error: unknown) => {
    notify(store, errorMessage(error));
  });

  // It reports its own failures.
  void offerLastRun(lastRun);

  return {
    store,
    lossPoints,
    playheadTick: () => player.positionTick(),
    actions: {
      ...libraryActions(store, auxWorker, modelOpener({ store, storage, training, lossPoints })),
      ...trainingActions(store, training, engineSelection, run),
      ...lastRunActions(lastRun),
      ...models,
      ...composeActions(store, auxWorker, piecesToSearch),
      ...takeActions(store),
      ...takeDownloads(store),
      ...againActions(store, auxWorker, piecesToSearch),
      ...playbackActions(store, player),
      ...noticeActions(store),
    },
  };
}
