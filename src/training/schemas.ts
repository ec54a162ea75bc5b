/** Schemas of a model's metadata, for model files and stored runs. */
import * as v from 'valibot';
import { type PresetId, presets, type TrainingSettings } from '../model/preset';
import type { EncodingId } from '../music/encoding';
import { encodings } from '../music/encoding';
import type { EpochRecord, TypicalMeter } from './checkpoint';

export type NumberSchema = v.GenericSchema<number>;

export const MOST_EPOCHS = 100_000;

export function number(minimum: number, maximum: number): NumberSchema {
  return v.pipe(v.number(), v.minValue(minimum), v.maxValue(maximum));
}

export function integer(minimum: number, maximum: number): NumberSchema {
  return v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));
}

export const COUNT = integer(0, 2 ** 40);
export const LOSS = number(0, 1e30);
export const EPOCH_SUM = number(0, 1e36);

export const presetId: v.GenericSchema<PresetId> = v.picklist(
  Object.keys(presets).filter((id): id is PresetId => Object.hasOwn(presets, id)),
);

export const encodingId: v.GenericSchema<EncodingId> = v.picklist(
  Object.keys(encodings).filter((id): id is EncodingId => Object.hasOwn(encodings, id)),
);

export const settingsFields = {
  epochs: integer(1, MOST_EPOCHS),
  batchSize: integer(1, 65_536),
  learningRate: number(0, 10),
  sequenceLength: integer(1, 65_536),
  dropout: number(0, 0.95),
  seed: integer(0, 2 ** 32 - 1),
} satisfies Record<keyof TrainingSettings, NumberSchema>;

export const settings: v.GenericSchema<TrainingSettings> = v.object(settingsFields);

export const epochRecord: v.GenericSchema<EpochRecord> = v.object({
  epoch: integer(1, MOST_EPOCHS),
  trainingLoss: LOSS,
  validationLoss: v.optional(LOSS),
});

export const typicalMeter: v.GenericSchema<TypicalMeter> = v.object({
  microsecondsPerQuarter: number(1, 2 ** 32),
  timeSignature: v.object({ numerator: integer(1, 2 ** 16), denominator: integer(1, 2 ** 16) }),
});
