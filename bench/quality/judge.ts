/** Training and evaluation of one model, shared by the parts. */
import type { Worker } from 'playwright';
import type { Preset, TrainingSettings } from '../../src/model/preset';
import type { EncodingColumn } from '../../src/music/encoding/encoding';
import type { EncodedPiece } from '../../src/training/split';
import { countRows, type JudgedPieces, plain } from './data';
import type { TrainReport } from './requests';

export interface ModelScore extends TrainReport {
  /** Nats of each predicted column over the test pieces. */
  nats: number[];
  threads: number;
}

export const THREADS = 2;

export interface RunOptions {
  /** Whether the run starts from the opened start model. Default: from nothing. */
  start?: boolean;
  /** Pieces on which the weights are evaluated after every epoch. Default: none. */
  followed?: readonly EncodedPiece[];
}

/** Loads the pieces into the worker and trains on them. */
export async function trainOn(
  worker: Worker,
  pieces: JudgedPieces,
  preset: Preset,
  settings: TrainingSettings,
  columns: readonly EncodingColumn[],
  { start = false, followed = [] }: RunOptions = {},
): Promise<TrainReport & { threads: number }> {
  const { training, validation, test } = pieces;
  const threads = await worker.evaluate((count) => quality.start(count), THREADS);
  const all = [...training, ...validation, ...test];
  await load(worker, [...all, ...followed]);
  const report = await worker.evaluate((order) => quality.train(order), {
    preset,
    columns,
    settings,
    training: training.map(({ id }) => id),
    validation: validation.map(({ id }) => id),
    start,
    followed: followed.length > 0 ? followed.map(({ id }) => id) : undefined,
  });
  return { ...report, threads };
}

/** The same, with one evaluation on the test pieces. */
export async function trainAndJudge(
  worker: Worker,
  pieces: JudgedPieces,
  preset: Preset,
  settings: TrainingSettings,
  columns: readonly EncodingColumn[],
  options: RunOptions = {},
): Promise<ModelScore> {
  const report = await trainOn(worker, pieces, preset, settings, columns, options);
  return { ...report, nats: await readOnce(worker, pieces.test, preset, columns) };
}

/** Nats of each predicted column over the pieces, which are loaded, with the current weights. */
export async function readOnce(
  worker: Worker,
  pieces: readonly EncodedPiece[],
  { architecture }: Preset,
  columns: readonly EncodingColumn[],
): Promise<number[]> {
  if (architecture.kind !== 'polyphonic') throw new Error('Only polyphonic networks are judged.');
  return worker.evaluate((input) => quality.nats(input.ids, input.architecture, input.columns), {
    ids: pieces.map(({ id }) => id),
    architecture,
    columns,
  });
}

/** Rows per message to the worker, a limit for large archives. */
const ROWS_PER_MESSAGE = 200_000;

/** Replaces the pieces in the worker. */
export async function load(worker: Worker, pieces: readonly EncodedPiece[]): Promise<void> {
  await worker.evaluate(() => quality.clear());
  let message: EncodedPiece[] = [];
  const send = async (): Promise<void> => {
    await worker.evaluate((loaded) => quality.load(loaded), message.map(plain));
    message = [];
  };
  for (const piece of pieces) {
    message.push(piece);
    if (countRows(message) >= ROWS_PER_MESSAGE) await send();
  }
  await send();
}
