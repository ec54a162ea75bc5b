/** The last run, stored by an earlier visit: offered once, then resumed or discarded. */
import type { StoreApi } from 'zustand/vanilla';
import type { StoredRunInFull } from '../../storage/records';
import type { AppStorage } from '../../storage/storage';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { AppState, Piece } from '../state';
import type { LossPoints } from '../training/lossPoints';
import { RUN_ELSEWHERE, runsElsewhere, takeRunLock } from '../training/tabLock';
import { mayStart, type TrainingRun } from '../training/trainingRun';
import type { TrainingTransitions } from '../training/trainingState';

export interface LastRunContext {
  store: StoreApi<AppState>;
  storage: Pick<AppStorage, 'loadRun' | 'loadRunInFull' | 'discardRun'>;
  training: TrainingTransitions;
  lossPoints: LossPoints;
  run: TrainingRun;
}

/** Offers the stored run, unless another tab is training it. */
export async function offerLastRun({
  store,
  storage,
}: Pick<LastRunContext, 'store' | 'storage'>): Promise<void> {
  if (await runsElsewhere()) {
    notify(store, RUN_ELSEWHERE);
    return;
  }
  const stored = await storage.loadRun();
  if (!stored.ok || !stored.value || store.getState().training.phase !== 'idle') return;
  const { preset, epoch, epochs, finished, when } = stored.value;
  store.setState({ resumable: { preset, epoch, epochs, finished, when } });
}

export function lastRunActions({
  store,
  storage,
  training,
  lossPoints,
  run,
}: LastRunContext): Pick<Actions, 'resumeLastRun' | 'discardLastRun'> {
  /** False once another run has started, even if it has ended. */
  function isOffered(): boolean {
    const state = store.getState();
    return state.resumable !== undefined && mayStart(state.training.phase);
  }

  async function resume(): Promise<void> {
    if (!isOffered()) return;
    if (await runsElsewhere()) {
      notify(store, RUN_ELSEWHERE);
      return;
    }
    const stored = await storage.loadRunInFull();
    if (!isOffered()) return;
    if (!stored.ok || !stored.value) {
      const why = stored.ok
        ? 'It is gone, or another version of Etude made it.'
        : stored.error.message;
      notify(store, `Your last model could not be brought back. ${why}`);
      store.setState({ resumable: undefined });
      return;
    }
    const { run: header, checkpoint, pieces } = stored.value;
    const { preset, settings } = checkpoint;
    store.setState((state) => ({ preset, settings, pieces: withPieces(state.pieces, pieces) }));
    if (!header.finished) {
      await run.begin({ id: header.id, preset, settings, pieces, from: checkpoint }, header.curve);
      return;
    }
    lossPoints.restore(header.curve, checkpoint.history);
    training.modelOpened(checkpoint, { resumable: undefined });
  }

  async function discard(): Promise<void> {
    const release = await takeRunLock();
    if (!release) {
      notify(store, RUN_ELSEWHERE);
      return;
    }
    // A run started meanwhile is stored in its place.
    if (!isOffered()) {
      release();
      return;
    }
    const outcome = await storage.discardRun();
    release();
    store.setState({ resumable: undefined });
    if (!outcome.ok) {
      notify(store, `Your last model could not be removed. ${outcome.error.message}`);
    }
  }

  return { resumeLastRun: resume, discardLastRun: discard };
}

/** The library with the training pieces of the run added, and only those included. */
function withPieces(library: Piece[], trainedOn: StoredRunInFull['pieces']): Piece[] {
  // A model from a file comes without pieces.
  if (trainedOn.length === 0) return library;
  const ids = new Set(trainedOn.map(({ id }) => id));
  const kept = library.map((piece) =>
    piece.included === ids.has(piece.id) ? piece : { ...piece, included: ids.has(piece.id) },
  );
  return putBack(kept, trainedOn);
}
