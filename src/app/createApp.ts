/** Puts the app together: store, workers, player, actions. */
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../audio/player';
import { StudioStorage } from '../storage/storage';
import { WorkerClient } from '../worker/client';
import { composeActions } from './compose/composeActions';
import { followModel } from './compose/followModel';
import type { Studio } from './context';
import { EngineRoom } from './engine/engineSelection';
import { initialState } from './initialState';
import { libraryActions } from './library/libraryActions';
import { createAutosave } from './persistence/autosave';
import { lastRunActions, offerLastRun } from './persistence/lastRun';
import { modelActions } from './persistence/modelFiles';
import { modelOpener } from './persistence/openModel';
import { keepStudio } from './persistence/persistApp';
import { warnUnsaved } from './persistence/warnUnsaved';
import { fillStage } from './playback/autoShow';
import { playbackActions } from './playback/playbackActions';
import { noticeActions, notify } from './shared/notices';
import type { AppState } from './state';
import { followSettings } from './training/followSettings';
import { LossPoints } from './training/lossPoints';
import { hearItLearn } from './training/snippets';
import { trainingActions } from './training/trainingActions';
import { trainingRun } from './training/trainingRun';

/** @param createWorker starts the app's worker script once more */
export function createStudio(
  createWorker: () => Worker,
  storage: StudioStorage = new StudioStorage(),
): Studio {
  const store = createStore<AppState>(initialState);
  const lossPoints = new LossPoints();
  const player = createPlayer();
  // Two workers: reading and composing never wait for a training step.
  const trainer = new WorkerClient(createWorker);
  const librarian = new WorkerClient(createWorker);
  const engineRoom = new EngineRoom(store, createWorker);
  const models = modelActions(store);
  const run = trainingRun({
    store,
    trainer,
    engineRoom,
    lossPoints,
    autosave: createAutosave(storage, (trouble) => warnUnsaved(store, trouble, models.saveModel)),
    onCheckpoint: hearItLearn(store, librarian),
  });
  const lastRun = { store, storage, lossPoints, run };

  followSettings(store, librarian);
  followModel(store);
  fillStage(store);
  engineRoom.ready().catch((error: unknown) => {
    notify(store, error instanceof Error ? error.message : String(error));
  });

  // Neither ever fails: storage that refuses is an answer.
  void keepStudio(store, storage);
  void offerLastRun(lastRun);

  return {
    store,
    lossPoints,
    playheadTick: () => player.positionTick(),
    actions: {
      ...libraryActions(store, librarian, modelOpener({ store, storage, lossPoints })),
      ...trainingActions(store, engineRoom, run),
      ...lastRunActions(lastRun),
      ...models,
      ...composeActions(store, librarian),
      ...playbackActions(store, player),
      ...noticeActions(store),
    },
  };
}
