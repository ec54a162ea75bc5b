/** End of a run: its model joins the list, and becomes the one at hand unless that is better. */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import { modelEntry, nextModelTitle, titlesOf } from '../models/modelEntry';
import type { KeptModel, ModelKeeper } from '../models/modelKeeper';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { compareModels } from './compareModels';
import type { LossPoints } from './lossPoints';
import type { RunOutcome, TrainingState } from './runState';
import type { RunSpec } from './runWithRecovery';
import type { TrainingTransitions } from './trainingState';

export interface EndContext {
  store: StoreApi<AppState>;
  training: TrainingTransitions;
  lossPoints: LossPoints;
  keeper: ModelKeeper;
  /** Makes a kept model the one at hand. */
  openModel(id: string): Promise<void>;
}

export interface EndedRun {
  run: RunSpec;
  /** Undefined where the run ended before there was one. */
  checkpoint: Checkpoint | undefined;
  /** Model at hand when the run began. */
  earlier: Pick<TrainingState, 'checkpoint' | 'model'>;
  stopped: boolean;
  /** Settles when the last save is done. */
  saved: Promise<void>;
  /** Why it failed, in plain words. It then stays in storage, to be resumed at the next visit. */
  failure?: string;
}

/** Whether the run's checkpoint takes the place of the model at hand while the run goes on. */
export function takesOver({ training }: AppState, run: RunSpec, checkpoint: Checkpoint): boolean {
  const { checkpoint: atHand, model } = training;
  if (!atHand || model === run.id) return true;
  if (checkpoint.epoch === 0) return false;
  return compareModels(checkpoint, atHand, run.startedFrom === model) === 'better';
}

/** @returns settles when the model is stored */
export async function endRun(context: EndContext, ended: EndedRun): Promise<void> {
  const { store, training } = context;
  const { run, checkpoint, earlier, stopped } = ended;
  const title = titleOf(store, earlier.model);
  const asked = run.settings.epochs;
  const end = (outcome: RunOutcome): void => {
    if (ended.failure === undefined) training.finished(outcome);
    else training.failed(ended.failure, outcome);
  };
  const outcome: RunOutcome = { epochs: checkpoint?.epoch ?? 0, asked, stopped };
  if (!checkpoint) {
    end({ ...outcome, stays: title });
    return;
  }
  const stays = earlierStays(store.getState(), ended, checkpoint);
  if (!stays) training.checkpointTaken(checkpoint);
  const stored = isWorthKeeping(checkpoint, stays) ? keep(context, ended, checkpoint) : undefined;
  end({
    ...outcome,
    best: checkpoint.best?.epoch,
    stays: stays ? (title ?? t('models.earlier')) : undefined,
  });
  if (!stays && earlier.model !== run.id) tellReplaced(context, earlier.model, run.id);
  await stored;
}

/** The earlier model stays at hand unless the run's is better, or they cannot be compared. */
function earlierStays(
  { training }: AppState,
  { run, earlier }: EndedRun,
  checkpoint: Checkpoint,
): boolean {
  if (!earlier.checkpoint || training.model === run.id) return false;
  if (checkpoint.epoch === 0) return true;
  const startedFromEarlier = run.startedFrom === earlier.model;
  return compareModels(checkpoint, earlier.checkpoint, startedFromEarlier) === 'not better';
}

/** A model that stays at hand makes a run without an epoch of its own superfluous. */
function isWorthKeeping({ epoch, best }: Checkpoint, stays: boolean): boolean {
  return !stays || (epoch > 0 && best?.epoch !== 0);
}

function keep(
  { store, lossPoints, keeper }: EndContext,
  { run, saved, failure, earlier }: EndedRun,
  checkpoint: Checkpoint,
): Promise<void> {
  const { models, training, snippets } = store.getState();
  const entry = modelEntry(checkpoint, {
    id: run.id,
    title: models.find(({ id }) => id === run.id)?.title ?? nextModelTitle(models),
    titles: titlesOf(run.pieces),
    when: Date.now(),
  });
  const model: KeptModel = {
    checkpoint,
    curve: lossPoints.snapshot(),
    frequencyLoss: training.run?.frequencyLoss,
    snippets,
  };
  const endedRun = failure === undefined ? run.id : undefined;
  return keeper.add(entry, model, { saved, endedRun, spare: earlier.model });
}

function tellReplaced(
  { store, openModel }: EndContext,
  earlier: string | undefined,
  now: string,
): void {
  const [before, after] = [titleOf(store, earlier), titleOf(store, now)];
  if (earlier === undefined || before === undefined || after === undefined) return;
  notify(store, t('models.replaced', { now: after, before }), () => void openModel(earlier));
}

function titleOf(store: StoreApi<AppState>, model: string | undefined): string | undefined {
  return store.getState().models.find(({ id }) => id === model)?.title;
}
