/** The training settings as fields: what they accept. */
import type { TrainingSettings } from '../../model/preset';
import type { NumberRule } from '../controls/numberRule';

export const settingRules: Record<keyof TrainingSettings, NumberRule> = {
  epochs: {
    minimum: 1,
    maximum: 10_000,
    whole: true,
  },
  batchSize: {
    minimum: 1,
    maximum: 1024,
    whole: true,
  },
  learningRate: {
    minimum: 0.000_001,
    maximum: 1,
    whole: false,
  },
  sequenceLength: {
    minimum: 1,
    maximum: 1024,
    whole: true,
  },
  dropout: {
    minimum: 0,
    maximum: 0.9,
    whole: false,
  },
  seed: {
    minimum: 0,
    maximum: 4_294_967_295,
    whole: true,
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
