/** Job "train": starts the engine, builds network and dataset, and passes on what the loop yields. */
import { startBackend } from '../../engine/backend/backend';
import { watchBackend } from '../../engine/backend/watch';
import { errorMessage } from '../../lib/errorMessage';
import { buildNetwork } from '../../model/buildNetwork';
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import type { Dataset } from '../../training/dataset';
import { trainingLoop } from '../../training/loop';
import type { StartModel, TrainStart } from '../../training/start';
import { surveyDataset } from '../../training/statistics';
import { StepClock } from '../../training/stepClock';
import { DivergedError, EngineError } from '../../training/trainingErrors';
import { defaultTempoAndMeter } from '../../training/typicalMeter';
import { openDataset } from '../openDataset';
import { openStart } from '../openStart';
import type { Handler, JobContext, TrainInput, TrainOutput, TrainProgress } from '../protocol';
import { passTrial } from '../trialSteps';

/** Shortest time between two posted steps, milliseconds. */
const POST_INTERVAL = 50;

const NOTHING: TrainStart = { kind: 'nothing' };

export const train: Handler<'train'> = async function* (input, context) {
  const { from } = input;
  // A resumed run has its weights in the checkpoint.
  const start = from ? undefined : await openStart(input.start ?? NOTHING, input.preset);
  const dataset = openDataset(presets[input.preset], input.settings, input.pieces, {
    from,
    known: start?.lineage,
  });
  if (dataset.training.length === 0) {
    throw new Error(t('run.nothingToLearn'));
  }
  yield { kind: 'preparing', what: t('run.preparing', { backend: input.backend }) };
  try {
    return yield* trainOn(dataset, { ...input, start }, context);
  } catch (error) {
    if (error instanceof DivergedError) throw error;
    // The data is valid: a later failure may be cured by a retry or another engine.
    throw new EngineError(errorMessage(error));
  }
};

/** The request with its start opened. */
type OpenedInput = Omit<TrainInput, 'start'> & { start?: StartModel };

async function* trainOn(
  dataset: Dataset,
  { settings, pieces, backend, threads, untried, from, start, ...input }: OpenedInput,
  { signal, takeSaveRequest }: JobContext,
): AsyncGenerator<TrainProgress, TrainOutput, void> {
  const preset = presets[input.preset];
  const engine = await startBackend(backend, threads);
  if (untried) await passTrial(backend);
  const watch = watchBackend();
  const network = buildNetwork(preset, settings);
  try {
    yield {
      kind: 'ready',
      engine,
      summary: network.summary(),
      statistics: surveyDataset(dataset),
    };
    const typicalMeter = defaultTempoAndMeter(pieces.map(({ song }) => song));
    const clock = new StepClock();
    const loop = trainingLoop({
      network,
      dataset,
      preset,
      settings,
      signal,
      from,
      start,
      typicalMeter,
      takeSaveRequest,
    });
    let posted = -Infinity;
    for (;;) {
      const next = await watch.whileAlive(loop.next());
      if (next.done) {
        const stopped = next.value.step < settings.epochs * dataset.size.batches;
        return { checkpoint: next.value, stopped };
      }
      const event = next.value;
      if (event.kind !== 'step') {
        yield event;
        continue;
      }
      clock.add(event.rows, event.milliseconds);
      const now = performance.now();
      if (now - posted < POST_INTERVAL && event.batch < event.batches) continue;
      posted = now;
      const { rows, milliseconds, ...step } = event;
      yield { ...step, ...clock.pace(step.totalSteps - step.step) };
    }
  } finally {
    watch.end();
    network.dispose();
  }
}
