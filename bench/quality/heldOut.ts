/** Trains a preset's network on some songs and evaluates it on held-out ones, with conditions. */

import type { Worker } from 'playwright';
import type { Preset, TrainingSettings } from '../../src/model/preset';
import { encodings } from '../../src/music/encoding';
import type { PieceConditions } from './conditionReader';
import { type ConditionNats, conditionNats, conditionReaders, sumOf } from './conditions';
import { countRows, type EncodedSong, type JudgedPieces } from './data';
import { load, readOnce, trainAndJudge } from './judge';
import type { TrainReport } from './requests';

export interface HeldOutNats {
  report: TrainReport;
  /** Nats per note of each predicted column. */
  columns: number[];
  /** Nats per note of the conditions. */
  conditions: ConditionNats;
  /** Nats per note, total, with the plan unknown, as its nats exceed its benefit. */
  sum: number;
  /** The same with the plan given. Default: none (encodings without plans). */
  planKnown?: number;
}

export async function judgeHeldOut(
  worker: Worker,
  pieces: JudgedPieces<EncodedSong>,
  preset: Preset,
  settings: TrainingSettings,
  { start, followed = false }: { start?: boolean; followed?: boolean } = {},
): Promise<HeldOutNats> {
  const { columns } = encodings[preset.encoding];
  const { test } = pieces;
  const rows = countRows(test);
  const reader = conditionReaders[preset.encoding];
  const unplanned =
    reader &&
    test.map(({ id, song }) => ({ id: `${id}, plan unknown`, rows: reader.rowsWithoutPlan(song) }));
  const options = { start, followed: followed ? (unplanned ?? test) : [] };
  const { nats, ...report } = await trainAndJudge(
    worker,
    pieces,
    preset,
    settings,
    columns,
    options,
  );
  const told = conditionsOf(pieces, preset);
  const perNote: ConditionNats = {
    key: told.key / rows,
    bars: told.bars / rows,
    plan: told.plan / rows,
  };
  const known = {
    report,
    columns: nats.map((sum) => sum / rows),
    conditions: perNote,
    sum: total(nats) / rows + sumOf(perNote),
  };
  if (!unplanned) return known;
  await load(worker, unplanned);
  const unknown = await readOnce(worker, unplanned, preset, columns);
  return {
    report,
    columns: unknown.map((sum) => sum / rows),
    conditions: { ...perNote, plan: 0 },
    sum: total(unknown) / rows + sumOf(perNote, false),
    planKnown: known.sum,
  };
}

function conditionsOf(
  { test, training }: JudgedPieces<EncodedSong>,
  preset: Preset,
): ConditionNats {
  const reader = conditionReaders[preset.encoding];
  const read = (songs: readonly EncodedSong[]): PieceConditions[] =>
    songs.map(({ song }) => reader?.conditions(song) ?? {});
  return conditionNats(read(test), read(training));
}

export function total(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
