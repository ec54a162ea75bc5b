/**
 * What is read back from storage, as schemas: a browser that crashed, a full disk or an extension
 * may have left anything there. Fields that no schema names stay in the record.
 */
import * as v from 'valibot';
import type { NoteOdds } from '../model/take';
import type { PackedSong } from '../music/packedSong';
import type { Checkpoint } from '../training/checkpoint';
import {
  COUNT,
  EPOCH_SUM,
  encodingId,
  epochRecord,
  integer,
  LOSS,
  presetId,
  settings,
  settingsFields,
  typicalMeter,
} from '../training/schemas';
import { formFields, takeForm, takeQuality } from './formSchemas';
import type { StoredModel, StoredModelData, StoredPiece, StoredRun, StoredTake } from './records';

/** A list that may be very long, checked in a plain loop: valibot copies each entry. */
function longList<T>(isEntry: (entry: unknown) => boolean): v.GenericSchema<T[]> {
  return v.custom<T[]>((value) => Array.isArray(value) && value.every(isEntry));
}

/** Objects of numbers, such as notes and tempo changes. */
function numberRecords<K extends string>(
  ...fields: readonly K[]
): v.GenericSchema<Record<K, number>[]> {
  return longList(
    (entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      fields.every((field) => Number.isFinite(Reflect.get(entry, field))),
  );
}

function packed(fields: number): v.GenericSchema<Int32Array<ArrayBuffer>> {
  return v.custom<Int32Array<ArrayBuffer>>(
    (value) => value instanceof Int32Array && value.length % fields === 0,
  );
}

const float32 = v.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array);
const finite = v.pipe(v.number(), v.finite());
const ppq = v.pipe(finite, v.gtValue(0));
const texts = v.array(v.string());
/** Those of a song are never empty. */
const tempos = v.pipe(numberRecords('tick', 'microsecondsPerQuarter'), v.minLength(1));
const timeSignatures = v.pipe(numberRecords('tick', 'numerator', 'denominator'), v.minLength(1));

const song: v.GenericSchema<PackedSong> = v.object({
  title: v.string(),
  composer: v.optional(v.string()),
  year: v.optional(COUNT),
  ppq,
  tempos,
  timeSignatures,
  keySignatures: v.array(
    v.object({ tick: COUNT, fifths: integer(-7, 7), mode: v.picklist(['major', 'minor']) }),
  ),
  tracks: v.array(
    v.object({
      name: v.string(),
      channel: integer(0, 15),
      program: integer(0, 127),
      isDrum: v.boolean(),
      notes: packed(4),
      pedal: packed(2),
    }),
  ),
});

export const storedPiece: v.GenericSchema<StoredPiece> = v.object({
  id: v.string(),
  title: v.string(),
  fileName: v.string(),
  notes: COUNT,
  learnable: v.optional(COUNT),
  bars: finite,
  seconds: finite,
  tempo: finite,
  included: v.boolean(),
  repairs: texts,
  learnFrom: v.optional(v.array(COUNT)),
  played: v.optional(v.literal(true)),
  song,
});

const composeFields = {
  temperature: finite,
  rhythmTemperature: finite,
  topP: finite,
  length: finite,
  seed: finite,
  takes: finite,
  pitchClasses: v.optional(v.array(integer(0, 11))),
  ...formFields,
};

const likeliest = numberRecords('pitch', 'probability');

export const storedTake: v.GenericSchema<StoredTake> = v.object({
  id: v.string(),
  number: COUNT,
  title: v.string(),
  notes: numberRecords('tick', 'duration', 'pitch', 'velocity'),
  odds: longList<NoteOdds>(
    (entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      'probability' in entry &&
      Number.isFinite(entry.probability) &&
      'likeliest' in entry &&
      v.is(likeliest, entry.likeliest),
  ),
  ppq,
  tempos,
  timeSignatures,
  promptNotes: COUNT,
  promptTitle: v.optional(v.string()),
  promptSource: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('piece'), id: v.string(), length: finite }),
      v.object({ kind: v.literal('take'), id: v.string(), tick: finite }),
    ]),
  ),
  settings: v.object(composeFields),
  preset: presetId,
  epoch: COUNT,
  steps: v.optional(COUNT),
  remarks: texts,
  copying: v.optional(
    v.object({
      notes: COUNT,
      start: COUNT,
      title: v.string(),
      bar: finite,
      heldOut: v.array(finite),
      trainedOn: v.optional(v.object({ pieces: COUNT, missing: COUNT })),
      published: v.optional(
        v.object({
          notes: COUNT,
          start: COUNT,
          title: v.string(),
          pieces: COUNT,
          usual: COUNT,
          certain: COUNT,
        }),
      ),
    }),
  ),
  form: v.optional(takeForm),
  quality: v.optional(takeQuality),
  batch: v.optional(v.string()),
  made: v.optional(finite),
  starred: v.optional(v.boolean()),
});

/** Fields that a later version has added are missing; they keep their defaults. */
export const storedSettings = v.object({
  preset: presetId,
  training: v.partial(v.object(settingsFields)),
  compose: v.partial(v.object(composeFields)),
  seedLocked: v.optional(v.boolean()),
  startFrom: v.optional(v.picklist(['nothing', 'at hand', 'etude'])),
  model: v.optional(v.string()),
  shown: v.optional(
    v.variant('kind', [
      v.object({ kind: v.literal('nothing') }),
      v.object({ kind: v.picklist(['piece', 'take']), id: v.string() }),
    ]),
  ),
  asScore: v.optional(v.boolean()),
});

const curve = v.object({ points: numberRecords('x', 'y'), stride: finite, seen: COUNT });

export const storedRun: v.GenericSchema<StoredRun> = v.object({
  id: v.string(),
  format: COUNT,
  preset: presetId,
  epoch: COUNT,
  epochs: COUNT,
  finished: v.boolean(),
  when: finite,
  curve,
});

const weights = v.array(v.object({ name: v.string(), shape: v.array(COUNT), values: float32 }));

export const storedCheckpoint: v.GenericSchema<Checkpoint> = v.object({
  preset: presetId,
  encoding: v.object({ id: encodingId, version: COUNT }),
  settings,
  weights,
  best: v.optional(v.object({ epoch: COUNT, validationLoss: LOSS, weights })),
  optimizer: v.object({
    step: COUNT,
    moments: v.array(v.object({ mean: float32, square: float32 })),
  }),
  step: COUNT,
  epoch: COUNT,
  epochSum: EPOCH_SUM,
  history: v.array(epochRecord),
  trainedOn: v.object({ training: texts, validation: texts }),
  typicalMeter,
  lineage: v.optional(
    v.object({ epochs: COUNT, pieces: texts, heldOut: texts, root: v.optional(v.string()) }),
  ),
});

export const storedModel: v.GenericSchema<StoredModel> = v.object({
  id: v.string(),
  title: v.string(),
  preset: presetId,
  epoch: COUNT,
  epochs: COUNT,
  validationLoss: v.optional(LOSS),
  pieces: v.array(v.object({ id: v.string(), title: v.string() })),
  when: finite,
});

export const storedModelData: v.GenericSchema<StoredModelData> = v.object({
  checkpoint: storedCheckpoint,
  curve,
  frequencyLoss: v.optional(finite),
});
