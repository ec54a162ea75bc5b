/** `manifest.json` of an `.etude` file: everything about a model but its numbers. */
import { type PresetId, presets, type TrainingSettings } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { EncodingId } from '../../music/encoding/encoding';
import type { EpochRecord, TypicalMeter } from '../checkpoint';
import {
  type Check,
  type Checked,
  integer,
  list,
  number,
  object,
  oneOf,
  optional,
  text,
} from './checks';

export const MANIFEST_NAME = 'manifest.json';
export const WEIGHTS_NAME = 'weights.bin';
export const FORMAT = 'etude-model';
/** Raised when the meaning of the file changes; older ones are then read as they were. */
export const FORMAT_VERSION = 1;

const COUNT = integer(0, 2 ** 40);
const LOSS = number(0, 1e30);
/** Longer titles are cut. */
export const LONG_TEXT = 1000;
const MOST_PIECES = 100_000;
const MOST_EPOCHS = 100_000;
const MOST_TENSORS = 1000;
const MOST_ELEMENTS = 2 ** 30;

const encodingIds = Object.keys(encodings).filter((id): id is EncodingId =>
  Object.hasOwn(encodings, id),
);
const presetIds = Object.keys(presets).filter((id): id is PresetId => Object.hasOwn(presets, id));

const settings: Check<TrainingSettings> = object({
  epochs: integer(1, MOST_EPOCHS),
  batchSize: integer(1, 65_536),
  learningRate: number(0, 10),
  sequenceLength: integer(1, 65_536),
  dropout: number(0, 0.95),
  seed: integer(0, 2 ** 32 - 1),
});

const epochRecord: Check<EpochRecord> = object({
  epoch: integer(1, MOST_EPOCHS),
  trainingLoss: LOSS,
  validationLoss: optional(LOSS),
});

const manner: Check<TypicalMeter> = object({
  microsecondsPerQuarter: number(1, 2 ** 32),
  timeSignature: object({ numerator: integer(1, 2 ** 16), denominator: integer(1, 2 ** 16) }),
});

const pieces = list(object({ id: text(LONG_TEXT), title: text(LONG_TEXT) }), MOST_PIECES);

/** What must be read first: it says whether the rest can be understood. */
export const header = object({ format: oneOf([FORMAT]), version: integer(1, 2 ** 31) });

/** What says that this version of Etude has the model's preset and its encoding. */
export const kind = object({
  preset: oneOf(presetIds),
  encoding: object({
    id: oneOf(encodingIds),
    version: COUNT,
    /** The vocabulary: values of each column. */
    columns: list(object({ name: text(100), classes: COUNT }), 100),
  }),
});

/** Field names are published: what the code now calls otherwise keeps its name in the file. */
export const body = object({
  saved: text(100),
  application: object({ name: text(100), version: text(100) }),
  settings,
  step: COUNT,
  epoch: integer(0, MOST_EPOCHS),
  epochSum: number(0, 1e36),
  history: list(epochRecord, MOST_EPOCHS),
  best: optional(object({ epoch: integer(1, MOST_EPOCHS), validationLoss: LOSS })),
  learnt: object({ training: pieces, validation: pieces }),
  manner,
  optimizerStep: COUNT,
  /** One row a weight; weights, best weights and both means of Adam all have these shapes. */
  tensors: list(
    object({ name: text(200), shape: list(integer(1, MOST_ELEMENTS), 8) }),
    MOST_TENSORS,
  ),
  weights: object({ bytes: COUNT, crc32: integer(0, 2 ** 32 - 1) }),
});

export type ManifestHeader = Checked<typeof header>;
export type ManifestKind = Checked<typeof kind>;
export type ManifestBody = Checked<typeof body>;
export type Manifest = ManifestHeader & ManifestKind & ManifestBody;
export type TensorRow = ManifestBody['tensors'][number];
