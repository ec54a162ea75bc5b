/** One model trained and judged: what the parts have in common. */
import type { Worker } from 'playwright';
import type { Preset, TrainingSettings } from '../../src/model/preset';
import type { EncodingColumn } from '../../src/music/encoding/encoding';
import type { JudgedPieces } from './data';
import { plain } from './data';
import type { TrainReport } from './requests';

export interface ModelScore extends TrainReport {
  /** Nats of each predicted column over the test pieces. */
  nats: number[];
  threads: number;
}

const THREADS = 2;

/** Loads the pieces into the worker and trains on them. */
export async function trainOn(
  worker: Worker,
  pieces: JudgedPieces,
  preset: Preset,
  settings: TrainingSettings,
  columns: readonly EncodingColumn[],
): Promise<TrainReport & { threads: number }> {
  const { training, validation, test } = pieces;
  const threads = await worker.evaluate((count) => quality.start(count), THREADS);
  const all = [...training, ...validation, ...test].map(plain);
  await worker.evaluate((loaded) => quality.load(loaded), all);
  const report = await worker.evaluate((order) => quality.train(order), {
    preset,
    columns,
    settings,
    training: training.map(({ id }) => id),
    validation: validation.map(({ id }) => id),
  });
  return { ...report, threads };
}

/** The same, and the test pieces read once. */
export async function trainAndJudge(
  worker: Worker,
  pieces: JudgedPieces,
  preset: Preset,
  settings: TrainingSettings,
  columns: readonly EncodingColumn[],
): Promise<ModelScore> {
  const { architecture } = preset;
  if (architecture.kind !== 'polyphonic') throw new Error('Only polyphonic networks are judged.');
  const report = await trainOn(worker, pieces, preset, settings, columns);
  const nats = await worker.evaluate(
    (input) => quality.nats(input.ids, input.architecture, input.columns),
    { ids: pieces.test.map(({ id }) => id), architecture, columns },
  );
  return { ...report, nats };
}
