/** Puts the app together: store, workers, player, actions. */
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../audio/player';
import { type BackendName, isBackendName } from '../model/engineReport';
import { WorkerClient } from '../worker/client';
import { composeActions } from './composeActions';
import type { Studio } from './context';
import { initialState } from './initialState';
import { libraryActions } from './libraryActions';
import { LossPoints } from './lossPoints';
import { noticeActions, notify } from './notices';
import { playbackActions } from './playbackActions';
import type { AppState } from './state';
import { followSettings } from './survey';
import { engineReady, type TrainingContext, trainingActions } from './trainingActions';

/** @param createWorker starts the app's worker script once more */
export function createStudio(createWorker: () => Worker): Studio {
  const store = createStore<AppState>(initialState);
  const lossPoints = new LossPoints();
  const player = createPlayer();
  // Two workers: reading and composing never wait for a training step.
  const trainer = new WorkerClient(createWorker);
  const librarian = new WorkerClient(createWorker);
  const training: TrainingContext = {
    store,
    trainer,
    createWorker,
    lossPoints,
    forcedBackend: backendInAddress(),
  };

  followSettings(store, librarian);
  engineReady(training).catch((error: unknown) => {
    notify(store, `No engine runs here. ${error instanceof Error ? error.message : ''}`);
  });

  return {
    store,
    lossPoints,
    playheadTick: () => player.positionTick(),
    actions: {
      ...libraryActions(store, librarian),
      ...trainingActions(training),
      ...composeActions(store, librarian),
      ...playbackActions(store, player),
      ...noticeActions(store),
    },
  };
}

/** `?backend=webgl|wasm|cpu` in the address forces an engine. */
function backendInAddress(): BackendName | undefined {
  const name = new URLSearchParams(location.search).get('backend') ?? '';
  return isBackendName(name) ? name : undefined;
}
