/** Card of Etude's own model: what it was taught on, how well it predicts, and whom to credit. */
import * as v from 'valibot';
import { STYLES } from '../../music/style';
import { COUNT, integer, LOSS, presetId } from '../schemas';

/** Id of Etude's own model, the root of all models that were trained further from it. */
export const START_ROOT = 'etude-start';
/** Folder of the published files, relative to the page, and the card's name in it. */
export const MODELS_FOLDER = 'models/';
export const CARD_NAME = 'etude-start.json';
export const MODEL_NAME = 'etude-start.etude';
export const RUNS_NAME = 'etude-start.runs';

const text = v.pipe(v.string(), v.maxLength(1000));
const file = v.object({
  name: text,
  bytes: COUNT,
  /** Hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const part = { composers: COUNT, pieces: COUNT, notes: COUNT };

export const startCard = v.object({
  format: v.literal('etude-start'),
  version: v.literal(1),
  /** ISO 8601. */
  made: text,
  /** Command that made the files. */
  command: text,
  preset: presetId,
  model: file,
  /** Index of the runs that it was taught on. */
  runs: file,
  taught: v.object({
    pieces: COUNT,
    notes: COUNT,
    /** Styles that it can be asked for. Default: none. */
    styles: v.optional(v.array(v.object({ style: v.picklist(STYLES), pieces: COUNT }))),
    /** Most notes first; anonymous pieces are left out. */
    composers: v.array(v.object({ name: text, pieces: COUNT, notes: COUNT })),
    sources: v.array(
      v.object({ title: text, licences: v.array(text), pieces: COUNT, notes: COUNT }),
    ),
  }),
  /** Scores left out as copies of pieces that are held out, here or in the benchmarks. */
  copiesLeftOut: COUNT,
  training: v.object({
    epochs: integer(0, 100_000),
    bestEpoch: integer(0, 100_000),
    seconds: v.pipe(v.number(), v.minValue(0)),
  }),
  /** Chose the best epoch; nats of all columns per note, velocities where they mean something. */
  validation: v.object({ ...part, natsPerNote: LOSS }),
  heldOut: v.object({
    ...part,
    /** Mean over the evaluated notes that have a value in the column. */
    columns: v.array(v.object({ name: text, nats: LOSS, notes: COUNT })),
    natsPerNote: LOSS,
    /** Longest run that a held-out piece's beginning shares with a piece taught, in notes. */
    sharedRuns: v.object({
      /** Notes of each beginning, at most. */
      notes: COUNT,
      median: COUNT,
      /** 19 of 20 pieces share at most this. */
      usual: COUNT,
      most: COUNT,
    }),
  }),
  licence: text,
  credits: v.array(text),
});

export type StartCard = v.InferOutput<typeof startCard>;
