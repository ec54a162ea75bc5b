/**
 * Training loop: yields a record for each step and epoch, and checkpoints at intervals. It never
 * waits for animation frames, so a hidden tab keeps training. All randomness follows from the seed
 * of the run and the step, so a resumed run takes the same steps as an uninterrupted one.
 */
import { Adam } from '../engine/adam/adam';
import type { Network } from '../model/network';
import type { Preset, TrainingSettings } from '../model/preset';
import { loadWeights, saveWeights } from '../model/weights';
import { isFiniteWeight } from '../model/weightValues';
import { encodings } from '../music/encoding';
import type { PieceForm } from '../music/form/pieceForm';
import { Random } from '../music/random';
import type { Checkpoint, EpochRecord, TypicalMeter } from './checkpoint';
import type { Dataset } from './dataset';
import { shouldStopEarly } from './earlyStopping';
import { validationLoss } from './evaluation';
import { nextTask } from './nextTask';
import { learningRateShare, warmStartShare } from './schedule';
import type { StartModel } from './start';
import type { StepRecord } from './stepRecord';
import { diverged, requireFinite, rowsRead, trainingStep } from './trainingStep';

/** Most training time lost with a tab, milliseconds. */
const CHECKPOINT_INTERVAL = 20_000;
/**
 * Time to the first checkpoint of a new run, milliseconds: within seconds there is a model to
 * compose with. Each interval is twice the one before, up to the usual one.
 */
const FIRST_INTERVAL = 2_000;
/**
 * Least time between the checkpoints of two epochs, milliseconds. Few notes give dozens of epochs a
 * second, and a copy of the network for each would fill the memory.
 */
const SHORTEST_INTERVAL = 1_000;

export type LoopEvent =
  | ({
      kind: 'step';
      /** Rows read by the network, without padding. */
      rows: number;
      milliseconds: number;
    } & StepRecord)
  | { kind: 'epoch'; record: EpochRecord }
  | { kind: 'checkpoint'; checkpoint: Checkpoint };

export interface LoopOptions {
  network: Network;
  dataset: Dataset;
  preset: Preset;
  settings: TrainingSettings;
  /** Ends the loop after the current step, with its checkpoint. */
  signal: AbortSignal;
  typicalMeter: TypicalMeter;
  /** Checkpoint to resume from. Default: none, a new run. */
  from?: Checkpoint;
  /** Model that a new run starts from. Default: nothing. */
  start?: StartModel;
  /** Whether a save was asked for since the last call. Default: never. */
  takeSaveRequest?: () => boolean;
}

/**
 * @returns the checkpoint after the last step taken
 * @throws {DivergedError} if the loss or the weights are no longer finite numbers
 */
export async function* trainingLoop(options: LoopOptions): AsyncGenerator<LoopEvent, Checkpoint> {
  const { network, dataset, preset, settings, signal, from, start, typicalMeter } = options;
  const { takeSaveRequest = () => false } = options;
  const optimizer = new Adam(
    network.variables().map(({ variable }) => variable),
    { clipNorm: preset.training.clipNorm },
  );
  const history = [...(from?.history ?? [])];
  const { batches } = dataset.size;
  const totalSteps = settings.epochs * batches;
  let step = from?.step ?? 0;
  let best = from?.best;
  const lineage = from ? from.lineage : start?.lineage;
  let epochSum = from?.epochSum ?? 0;
  let interval = from ? CHECKPOINT_INTERVAL : FIRST_INTERVAL;
  let savedAt = performance.now();
  let epochSavedAt = Number.NEGATIVE_INFINITY;

  async function checkpoint(): Promise<Checkpoint> {
    const weights = await saveWeights(network);
    // A checkpoint with non-finite numbers could never be resumed.
    if (!weights.every(isFiniteWeight)) throw diverged();
    return {
      preset: preset.id,
      encoding: { id: preset.encoding, version: encodings[preset.encoding].version },
      settings,
      weights,
      best,
      optimizer: await optimizer.getState(),
      step,
      epoch: history.length,
      epochSum,
      history: [...history],
      trainedOn: {
        training: dataset.training.map(({ id }) => id),
        validation: dataset.validation.map(({ id }) => id),
      },
      typicalMeter,
      forms: formsOf(dataset),
      lineage,
    };
  }

  async function* save(): AsyncGenerator<LoopEvent, void> {
    yield { kind: 'checkpoint', checkpoint: await checkpoint() };
    savedAt = performance.now();
    interval = Math.min(2 * interval, CHECKPOINT_INTERVAL);
  }

  /** Steps of an epoch from a batch on; the batch is above 0 after resuming within an epoch. */
  async function* trainEpoch(epoch: number, firstBatch: number): AsyncGenerator<LoopEvent, void> {
    const pass = dataset.trainingEpoch(epoch);
    if (firstBatch === 0) epochSum = 0;
    for (let index = firstBatch; index < batches && !signal.aborted; index++) {
      const startedAt = performance.now();
      const batch = pass.batch(index);
      const share =
        learningRateShare(preset.training.schedule, step, totalSteps) *
        (lineage ? warmStartShare(step) : 1);
      const dropout = dropoutRandom(settings, step);
      const rate = settings.learningRate * share;
      const loss = await trainingStep(network, optimizer, batch, dropout, rate);
      step++;
      epochSum += loss;
      yield {
        kind: 'step',
        step,
        totalSteps,
        epoch,
        batch: index + 1,
        batches,
        loss,
        rows: rowsRead(batch),
        milliseconds: performance.now() - startedAt,
      };
      await nextTask();
      // Saves the last step of an epoch before its validation, which may take long.
      const isLast = index + 1 === batches;
      const patience = isLast ? Math.min(interval, CHECKPOINT_INTERVAL / 4) : interval;
      if (takeSaveRequest() || performance.now() - savedAt > patience) yield* save();
    }
  }

  /** The start's weights stay the best ones until an epoch validates better. */
  async function judgeStart({ weights }: StartModel): Promise<void> {
    const loss = await validationLoss(network, dataset, signal);
    if (loss !== undefined) best = { epoch: 0, validationLoss: requireFinite(loss), weights };
  }

  /** Validates, logs the epoch and keeps its weights if they are the best so far. */
  async function* finishEpoch(epoch: number): AsyncGenerator<LoopEvent, void> {
    const validation = await validationLoss(network, dataset, signal);
    if (validation !== undefined) requireFinite(validation);
    const record = { epoch, trainingLoss: epochSum / batches, validationLoss: validation };
    history.push(record);
    if (validation !== undefined && validation < (best?.validationLoss ?? Infinity)) {
      best = { epoch, validationLoss: validation, weights: await saveWeights(network) };
    }
    yield { kind: 'epoch', record };
    if (performance.now() - epochSavedAt < SHORTEST_INTERVAL) return;
    yield* save();
    epochSavedAt = savedAt;
  }

  try {
    if (from) {
      loadWeights(network, from.weights);
      optimizer.setState(from.optimizer);
    } else if (start) {
      loadWeights(network, start.weights);
      await judgeStart(start);
    }
    // A run resumed after the last batch of the first epoch lacks only the validation.
    let firstBatch = step - history.length * batches;
    for (let epoch = history.length + 1; epoch <= settings.epochs; epoch++) {
      if (signal.aborted || shouldStopEarly(preset, history, best?.epoch)) break;
      yield* trainEpoch(epoch, firstBatch);
      if (signal.aborted) break;
      yield* finishEpoch(epoch);
      firstBatch = 0;
    }
    return await checkpoint();
  } finally {
    optimizer.dispose();
  }
}

/** Separates the random streams of steps from those of epochs and of neighbouring seeds. */
const STEP_SEED_STRIDE = 7_368_787;

function dropoutRandom(settings: TrainingSettings, step: number): Random {
  return Random.fromSeed(settings.seed + STEP_SEED_STRIDE * (step + 1));
}

/** Forms of the training pieces; undefined for encodings without form. */
function formsOf({ training }: Dataset): PieceForm[] | undefined {
  const forms = training.flatMap(({ form }) => form ?? []);
  return forms.length > 0 ? forms : undefined;
}
