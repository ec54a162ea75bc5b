/** Everything that subscribes to the store, registered in one place. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../audio/player';
import type { TrainingPiece } from '../model/composing/contract';
import type { AppStorage, LoadedSettings } from '../storage/storage';
import type { WorkerClient } from '../worker/client';
import { followModel } from './compose/followModel';
import { trainedOnPieces } from './compose/trainedOnPieces';
import { persistApp } from './persistence/persistApp';
import { autoShow } from './playback/autoShow';
import { followShown } from './playback/followShown';
import { endPeeks } from './playback/peek';
import { followFavicon } from './shared/favicon';
import { followTitle } from './shared/windowTitle';
import type { AppState } from './state';
import { followLength } from './training/followLength';
import { followSettings } from './training/followSettings';
import { keepScreenOn } from './training/screenWakeLock';

interface ReactionContext {
  store: StoreApi<AppState>;
  storage: AppStorage;
  auxWorker: WorkerClient;
  player: Player;
}

export interface Reactions {
  /** The pieces in which takes are searched for copies. */
  piecesToSearch(): TrainingPiece[];
  /** Settings of the last visit, once pieces and takes are back. */
  restored: Promise<LoadedSettings | undefined>;
}

/** Call it once per store. The order counts: a score is chosen before the player loads it. */
export function registerReactions({
  store,
  storage,
  auxWorker,
  player,
}: ReactionContext): Reactions {
  // Model summary and data statistics, after preset, settings and included pieces.
  followSettings(store, auxWorker);
  // The number of epochs, after the statistics.
  followLength(store);
  // Length and number of takes, after the preset of the model that composes.
  followModel(store);
  // The shown score, after the first import and after the removal of a shown snippet.
  autoShow(store);
  // Stored pieces, takes and settings, after each change. It reports its own failures.
  const restored = persistApp(store, storage);
  // Removed pieces that the model was trained on, after the library and the run.
  const piecesToSearch = trainedOnPieces(store);
  // The player's score, after the shown piece or take.
  followShown(store, player);
  // A look at another piece, after what is shown and what is at work.
  endPeeks(store);
  // The window's title and icon, after playback and progress.
  followTitle(store);
  followFavicon(store);
  // The screen, after the phase of the run.
  keepScreenOn(store);
  return { piecesToSearch, restored };
}
