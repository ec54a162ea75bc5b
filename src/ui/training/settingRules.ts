/** The training settings as fields: their accessible names and what they accept. */
import type { TrainingSettings } from '../../model/preset';
import type { NumberRule } from '../controls/numberRule';

export interface SettingField extends NumberRule {
  label: string;
}

export const settingFields: Record<keyof TrainingSettings, SettingField> = {
  epochs: { label: 'Epochs', minimum: 1, maximum: 10_000, whole: true },
  batchSize: { label: 'Batch size', minimum: 1, maximum: 1024, whole: true },
  learningRate: { label: 'Learning rate', minimum: 0.000_001, maximum: 1, whole: false },
  sequenceLength: { label: 'Sequence length', minimum: 1, maximum: 1024, whole: true },
  dropout: { label: 'Dropout', minimum: 0, maximum: 0.9, whole: false },
  seed: { label: 'Seed for training', minimum: 0, maximum: 4_294_967_295, whole: true },
};

/** In the order in which the panel shows them. */
export const mainSettings = [
  'epochs',
  'batchSize',
  'learningRate',
  'sequenceLength',
  'dropout',
] as const satisfies readonly (keyof TrainingSettings)[];
