/** Puts the app together: store, workers, player, actions. */
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../audio/player';
import { WorkerClient } from '../worker/client';
import { composeActions } from './composeActions';
import type { Studio } from './context';
import { EngineRoom } from './engineRoom';
import { hearItLearn } from './hearItLearn';
import { initialState } from './initialState';
import { libraryActions } from './libraryActions';
import { LossPoints } from './lossPoints';
import { noticeActions, notify } from './notices';
import { playbackActions } from './playbackActions';
import type { AppState } from './state';
import { followSettings } from './survey';
import { trainingActions } from './trainingActions';

/** @param createWorker starts the app's worker script once more */
export function createStudio(createWorker: () => Worker): Studio {
  const store = createStore<AppState>(initialState);
  const lossPoints = new LossPoints();
  const player = createPlayer();
  // Two workers: reading and composing never wait for a training step.
  const trainer = new WorkerClient(createWorker);
  const librarian = new WorkerClient(createWorker);
  const engineRoom = new EngineRoom(store, createWorker);

  followSettings(store, librarian);
  engineRoom.ready().catch((error: unknown) => {
    notify(store, `No engine runs here. ${error instanceof Error ? error.message : ''}`);
  });

  return {
    store,
    lossPoints,
    playheadTick: () => player.positionTick(),
    actions: {
      ...libraryActions(store, librarian),
      ...trainingActions({
        store,
        trainer,
        engineRoom,
        lossPoints,
        onCheckpoint: hearItLearn(store, librarian),
      }),
      ...composeActions(store, librarian),
      ...playbackActions(store, player),
      ...noticeActions(store),
    },
  };
}
