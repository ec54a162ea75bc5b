/** The training settings as fields: their accessible names and what they accept. */
import type { TrainingSettings } from '../../model/preset';
import type { NumberRule } from '../controls/numberRule';

export interface SettingField extends NumberRule {
  label: string;
  /** What it does, one sentence. */
  meaning: string;
}

export const settingFields: Record<keyof TrainingSettings, SettingField> = {
  epochs: {
    label: 'Epochs',
    minimum: 1,
    maximum: 10_000,
    whole: true,
    meaning: 'How many times it goes through the pieces.',
  },
  batchSize: {
    label: 'Batch size',
    minimum: 1,
    maximum: 1024,
    whole: true,
    meaning: 'Windows of music per step; more is steadier and slower.',
  },
  learningRate: {
    label: 'Learning rate',
    minimum: 0.000_001,
    maximum: 1,
    whole: false,
    meaning: 'Size of a step; too high and it forgets, too low and it takes long.',
  },
  sequenceLength: {
    label: 'Sequence length',
    minimum: 1,
    maximum: 1024,
    whole: true,
    meaning: 'Notes that it looks back over while it learns.',
  },
  dropout: {
    label: 'Dropout',
    minimum: 0,
    maximum: 0.9,
    whole: false,
    meaning: 'Share of its memory that is left out at random, against learning by heart.',
  },
  seed: {
    label: 'Seed for training',
    minimum: 0,
    maximum: 4_294_967_295,
    whole: true,
    meaning: 'Another seed gives another network and another split of the pieces.',
  },
};

/** In the order in which the panel shows them. */
export const settingNames = [
  'epochs',
  'batchSize',
  'learningRate',
  'sequenceLength',
  'dropout',
  'seed',
] as const satisfies readonly (keyof TrainingSettings)[];
