/** Which model is at hand: shows one on the page, or none, or what was there before. */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import type { AppState } from '../state';
import type { LossCurveData, LossPoints } from '../training/lossPoints';
import type { TrainingTransitions } from '../training/trainingState';
import type { KeptModel } from './modelKeeper';
import type { ModelEntry } from './modelState';

const NO_CURVE: LossCurveData = { points: [], stride: 1, seen: 0 };

export interface ModelAtHand {
  /** Makes a model the one at hand, with its preset, settings, curve and snippets. */
  show(entry: ModelEntry, model: KeptModel): void;
  /** As `show`, but leaves the settings as they are. */
  restore(entry: ModelEntry, model: KeptModel): void;
  clear(): void;
  /** @returns a function that puts back the model that is at hand now, and its settings */
  remember(): () => void;
}

export function modelAtHand(
  store: StoreApi<AppState>,
  training: TrainingTransitions,
  lossPoints: LossPoints,
): ModelAtHand {
  function open(
    { id, preset }: ModelEntry,
    { checkpoint, curve, frequencyLoss, snippets }: KeptModel,
    alongside: Partial<AppState>,
  ): void {
    lossPoints.restore(curve, checkpoint.history);
    const run = { id, preset, frequencyLoss };
    training.modelOpened(run, checkpoint, { ...alongside, snippets });
  }

  return {
    show: (entry, model) => {
      const { preset, settings } = model.checkpoint;
      const { compose } = store.getState();
      const { length, takes } = presets[preset].composing;
      open(entry, model, {
        preset,
        settings,
        compose: { ...compose, settings: { ...compose.settings, length, takes } },
      });
    },
    restore: (entry, model) => {
      // A new object, so that length and takes are not those of the model's preset again.
      const { compose } = store.getState();
      open(entry, model, { compose: { ...compose, settings: { ...compose.settings } } });
    },
    clear: () => {
      lossPoints.restore(NO_CURVE, []);
      training.restored({ phase: 'idle', preparing: '', epochs: [] }, { snippets: [] });
    },
    remember: () => {
      const before = store.getState();
      const curve = lossPoints.snapshot();
      return () => {
        const { preset, settings, snippets } = before;
        const { compose } = store.getState();
        const { length, takes } = before.compose.settings;
        lossPoints.restore(curve, before.training.epochs);
        training.restored(before.training, {
          preset,
          settings,
          snippets,
          compose: { ...compose, settings: { ...compose.settings, length, takes } },
        });
      };
    },
  };
}
