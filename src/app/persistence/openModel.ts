/** Opening a model file: it becomes the current and the stored model, with an undo. */
import type { StoreApi } from 'zustand/vanilla';
import { plural } from '../../lib/counts';
import type { ComposeSettings } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import { RUN_FORMAT, type StoredRunInFull } from '../../storage/records';
import type { AppStorage } from '../../storage/storage';
import type { Checkpoint } from '../../training/checkpoint';
import type { SavedModel } from '../../training/modelFile/read';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import type { AppState, ComposeState } from '../state';
import type { LossCurveData, LossPoints } from '../training/lossPoints';
import { RUN_ELSEWHERE, runsElsewhere } from '../training/tabLock';
import { mayStart } from '../training/trainingRun';
import type { TrainingTransitions } from '../training/trainingState';

interface OpenerContext {
  store: StoreApi<AppState>;
  storage: Pick<AppStorage, 'loadRunInFull' | 'saveRun' | 'discardRun'>;
  training: TrainingTransitions;
  lossPoints: LossPoints;
}

/** The run that the opened model replaced in storage; undefined where it was not stored. */
type Replaced = { earlier: StoredRunInFull | undefined } | undefined;

const NO_CURVE: LossCurveData = { points: [], stride: 1, seen: 0 };

/**
 * @returns a function that makes a saved model the current one; it returns undefined, or in one
 * sentence why the model was not opened
 */
export function modelOpener({
  store,
  storage,
  training,
  lossPoints,
}: OpenerContext): (model: SavedModel) => string | undefined {
  function isAtHand(checkpoint: Checkpoint): boolean {
    const current = store.getState().training;
    return current.checkpoint === checkpoint && mayStart(current.phase);
  }

  async function keep(checkpoint: Checkpoint): Promise<Replaced> {
    if (await runsElsewhere()) {
      notify(store, `${RUN_ELSEWHERE} The opened model is not kept for your next visit.`);
      return undefined;
    }
    const earlier = await storage.loadRunInFull();
    // A run started meanwhile is stored in its place.
    if (!isAtHand(checkpoint)) return undefined;
    // A model file carries no pieces.
    const outcome = await storage.saveRun({ run: storedAs(checkpoint), checkpoint, pieces: [] });
    if (outcome.ok) return { earlier: earlier.ok ? earlier.value : undefined };
    const why = outcome.error.message;
    notify(store, `${why} The opened model will be gone when this page is closed.`);
    return undefined;
  }

  function composeWith({ length, takes }: Pick<ComposeSettings, 'length' | 'takes'>): ComposeState {
    const { compose } = store.getState();
    return { ...compose, settings: { ...compose.settings, length, takes } };
  }

  function putBack(before: AppState, curve: LossCurveData): void {
    const { preset, settings, resumable } = before;
    lossPoints.restore(curve, before.training.epochs);
    const compose = composeWith(before.compose.settings);
    training.restored(before.training, { preset, settings, resumable, compose });
  }

  async function storeAgain(kept: Promise<Replaced>): Promise<void> {
    const replaced = await kept;
    if (!replaced || (await runsElsewhere())) return;
    const { earlier } = replaced;
    // A failure here is reported at the next save.
    await (earlier ? storage.saveRun(earlier) : storage.discardRun());
  }

  return ({ checkpoint }) => {
    const before = store.getState();
    if (!mayStart(before.training.phase)) {
      return 'A run is under way: stop it first, then add this model.';
    }
    const curve = lossPoints.snapshot();
    const { preset, settings, history, epoch } = checkpoint;
    const { composing, title } = presets[preset];
    lossPoints.restore(NO_CURVE, history);
    const compose = composeWith(composing);
    training.modelOpened(checkpoint, { preset, settings, compose, resumable: undefined });
    const kept = keep(checkpoint);
    const isFirst = !before.training.checkpoint && !before.resumable;
    const place = isFirst ? '' : ' It takes the place of the last one.';
    const text = `Opened a model: ${title}, ${plural(epoch, 'epoch')}. It is ready to compose.${place}`;
    notify(store, text, () => {
      if (!isAtHand(checkpoint)) {
        notify(store, 'A run or another model has taken its place since.');
        return;
      }
      putBack(before, curve);
      void storeAgain(kept);
    });
    return undefined;
  };
}

function storedAs({ preset, epoch, settings }: Checkpoint): StoredRunInFull['run'] {
  return {
    id: createId(),
    format: RUN_FORMAT,
    preset,
    epoch,
    epochs: settings.epochs,
    finished: true,
    when: Date.now(),
    curve: NO_CURVE,
  };
}
