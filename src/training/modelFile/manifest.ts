/** `manifest.json` of an `.etude` file: everything about a model except its weights. */
import * as v from 'valibot';
import { KEY_CLASSES } from '../../music/form/key';
import type { PieceForm } from '../../music/form/pieceForm';
import { STYLES } from '../../music/style';
import type { Lineage } from '../checkpoint';
import {
  COUNT,
  EPOCH_SUM,
  encodingId,
  epochRecord,
  integer,
  LOSS,
  MOST_EPOCHS,
  number,
  presetId,
  settings,
  typicalMeter,
} from '../schemas';

export const MANIFEST_NAME = 'manifest.json';
export const WEIGHTS_NAME = 'weights.bin';
export const FORMAT = 'etude-model';
/**
 * Raised on incompatible changes; readers keep support for older versions. Version 1 holds a whole
 * checkpoint in 32 bits; version 2 may hold one set of weights in 16 bits.
 */
export const FORMAT_VERSION = 2;
/** Version of files with a whole checkpoint, which earlier versions of Etude can open as well. */
export const WHOLE_VERSION = 1;

/** Limit; longer titles are cut. */
export const LONG_TEXT = 1000;
const MOST_PIECES = 100_000;
const MOST_BARS = 1_000_000;
/** Limit: a bar takes a few letters. */
const LONGEST_PLAN = 8 * MOST_BARS;
const MOST_TENSORS = 1000;
const MOST_ELEMENTS = 2 ** 30;

function text(maximumLength: number): v.GenericSchema<string> {
  return v.pipe(v.string(), v.maxLength(maximumLength));
}

function list<T>(item: v.GenericSchema<T>, maximumLength: number): v.GenericSchema<T[]> {
  return v.pipe(v.array(item), v.maxLength(maximumLength));
}

const pieceForm: v.GenericSchema<PieceForm> = v.object({
  piece: text(LONG_TEXT),
  style: v.optional(v.picklist(STYLES)),
  key: v.optional(integer(0, KEY_CLASSES - 1)),
  bars: integer(0, MOST_BARS),
  plan: text(LONGEST_PLAN),
  lastPlace: number(0, 1),
});

const ids = list(text(LONG_TEXT), MOST_PIECES);

const lineage: v.GenericSchema<Lineage> = v.object({
  epochs: COUNT,
  pieces: ids,
  heldOut: ids,
  root: v.optional(text(LONG_TEXT)),
});

const pieces = list(v.object({ id: text(LONG_TEXT), title: text(LONG_TEXT) }), MOST_PIECES);

/** First part to read: whether the rest can be understood. */
export const header = v.object({ format: v.literal(FORMAT), version: integer(1, 2 ** 31) });

/** Compatibility: the preset and its encoding as this version knows them. */
export const kind = v.object({
  preset: presetId,
  encoding: v.object({
    id: encodingId,
    version: COUNT,
    /** Vocabulary: number of values per column. */
    columns: list(v.object({ name: text(100), classes: COUNT }), 100),
  }),
});

/** Field names are published: renamed properties keep their old names in the file. */
export const body = v.object({
  saved: text(100),
  application: v.object({ name: text(100), version: text(100) }),
  settings,
  step: COUNT,
  epoch: integer(0, MOST_EPOCHS),
  epochSum: EPOCH_SUM,
  history: list(epochRecord, MOST_EPOCHS),
  best: v.optional(v.object({ epoch: integer(0, MOST_EPOCHS), validationLoss: LOSS })),
  learnt: v.object({ training: pieces, validation: pieces }),
  manner: typicalMeter,
  forms: v.optional(list(pieceForm, MOST_PIECES)),
  lineage: v.optional(lineage),
  optimizerStep: COUNT,
  /** One entry per weight; weights, best weights and both means of Adam share these shapes. */
  tensors: list(
    v.object({
      name: text(200),
      shape: list(integer(1, MOST_ELEMENTS), 8),
      /** Value of the integer 1, in 16 bits. */
      step: v.optional(number(0, 1e30)),
    }),
    MOST_TENSORS,
  ),
  weights: v.object({
    bytes: COUNT,
    crc32: integer(0, 2 ** 32 - 1),
    /** Default: a whole checkpoint in 32 bits. */
    numbers: v.optional(v.literal('int16')),
  }),
});

export type ManifestHeader = v.InferOutput<typeof header>;
export type ManifestKind = v.InferOutput<typeof kind>;
export type ManifestBody = v.InferOutput<typeof body>;
export type Manifest = ManifestHeader & ManifestKind & ManifestBody;
/** Without what describes the file's numbers. */
export type ManifestAbout = ManifestKind & Omit<ManifestBody, 'tensors' | 'weights'>;
export type TensorRow = ManifestBody['tensors'][number];
