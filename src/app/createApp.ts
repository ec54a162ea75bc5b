/** Composes the app: store, workers, player, actions. */
import { createStore } from 'zustand/vanilla';
import { createPlayer } from '../audio/player';
import { Sound } from '../audio/sound';
import { errorMessage } from '../lib/errorMessage';
import { AppStorage } from '../storage/storage';
import { WorkerClient } from '../worker/client';
import type { Actions } from './actions';
import { applyAddress, withAddress } from './address/addressSettings';
import { againActions } from './compose/againActions';
import { composeActions } from './compose/composeActions';
import { hearActions } from './compose/hear';
import { takeActions } from './compose/takeActions';
import { takeDownloads } from './compose/takeDownloads';
import type { AppServices } from './context';
import { EngineSelection } from './engine/engineSelection';
import { initialState } from './initialState';
import { languageActions } from './language/languageChoice';
import { libraryActions } from './library/libraryActions';
import { linkActions } from './link/linkActions';
import { liveActions } from './live/liveActions';
import { kitActions } from './models/kitActions';
import { modelActions } from './models/modelActions';
import { modelAtHand } from './models/modelAtHand';
import { ModelKeeper } from './models/modelKeeper';
import { modelFileOpener } from './models/openModelFile';
import { createAutosave } from './persistence/autosave';
import { lastRunActions, rescueLastRun } from './persistence/lastRun';
import { restoreVisit } from './persistence/restoreVisit';
import { warnUnsaved } from './persistence/warnUnsaved';
import { peekActions } from './playback/peek';
import { playbackActions } from './playback/playbackActions';
import { soundFileActions } from './playback/soundFileActions';
import { registerReactions } from './reactions';
import { noticeActions, notify } from './shared/notices';
import { startModelLoader } from './start/startModel';
import type { AppState } from './state';
import { followRun } from './training/followRun';
import { LossPoints } from './training/lossPoints';
import { saveWhenHidden } from './training/saveWhenHidden';
import { composeSnippets } from './training/snippets';
import { trainingActions } from './training/trainingActions';
import { trainingRun } from './training/trainingRun';
import { TrainingTransitions } from './training/trainingState';

/** Whether this build comes with Etude's own model; replaced by the build. */
declare const ETUDE_START_MODEL: boolean;

/** Longest wait of Generate for the last visit's model, milliseconds: another tab may hold storage up. */
const REOPENING_LIMIT = 3_000;

/** @param createWorker starts the app's worker script once more */
export function createApp(
  createWorker: () => Worker,
  storage: AppStorage = new AppStorage(),
): AppServices {
  const store = createStore<AppState>(initialState);
  const training = new TrainingTransitions(store);
  const lossPoints = new LossPoints();
  const sound = new Sound();
  const player = createPlayer(sound);
  // Two workers: reading and composing never wait for a training step.
  const trainer = new WorkerClient(createWorker);
  const auxWorker = new WorkerClient(createWorker);
  const engineSelection = new EngineSelection(store, createWorker);
  const start = startModelLoader(store, auxWorker);
  const keeper = new ModelKeeper(store, storage);
  const atHand = modelAtHand(store, training, lossPoints);
  const models = modelActions({ store, keeper, atHand });
  const run = trainingRun({
    store,
    training,
    trainer,
    engineSelection,
    lossPoints,
    keeper,
    openModel: models.openModel,
    autosave: createAutosave(storage, (error) => warnUnsaved(store, error, models.saveModel)),
    onCheckpoint: composeSnippets(store, auxWorker),
    rescue: ({ id }) => rescueLastRun({ store, storage, keeper }, id),
  });

  saveWhenHidden(trainer);
  storage.onDamaged = (sentence) => notify(store, sentence);
  const { piecesToSearch, restored } = registerReactions({ store, storage, auxWorker, player });
  engineSelection.ready().catch((error: unknown) => {
    notify(store, errorMessage(error));
  });

  // They report their own failures.
  const reopened = Promise.race([
    restoreVisit({ store, storage, keeper, atHand, restored }),
    new Promise<void>((resolve) => setTimeout(resolve, REOPENING_LIMIT)),
  ]);
  if (ETUDE_START_MODEL) void start.look();

  const soundOnly = playbackActions(store, player);
  // After the reactions: what it shows is loaded before it plays.
  const playback = { ...soundOnly, ...followRun(store, sound, soundOnly) };
  const { answer, ...composing } = composeActions({
    store,
    composer: auxWorker,
    piecesToSearch,
    start,
    reopened,
  });
  const live = liveActions({
    store,
    sound,
    player,
    answer,
    cancelAnswer: composing.cancelGenerate,
  });
  const actions: Actions = withAddress({
    ...libraryActions(store, auxWorker, modelFileOpener({ store, keeper, atHand })),
    ...trainingActions(store, training, engineSelection, run, start),
    ...lastRunActions({ store, storage, run }),
    ...models,
    ...kitActions(store, auxWorker),
    ...composing,
    ...takeActions(store),
    ...takeDownloads(store),
    ...againActions(store, auxWorker, piecesToSearch, start),
    ...playback,
    ...peekActions(store),
    ...hearActions(store, sound, { ...composing, ...playback }, reopened),
    ...soundFileActions(store),
    ...linkActions(store, () => actions),
    ...live.actions,
    ...languageActions(store),
    ...noticeActions(store),
  });
  void restored.then(() => applyAddress(store, actions));

  const playheadTick = (): number => live.playheadTick() ?? player.positionTick();
  return { store, lossPoints, playheadTick, actions };
}
