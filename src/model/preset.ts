/** The presets: each a row of data from which the network, its data and its training follow. */
import type { EncodingId } from '../music/encoding/encoding';

/** What a person can change before training. */
export interface TrainingSettings {
  epochs: number;
  batchSize: number;
  learningRate: number;
  /** Notes the network sees before it must name the next one. */
  sequenceLength: number;
  /** Share of the LSTM's outputs silenced at each training step, 0..0.9. */
  dropout: number;
  /** Seeds the weights, the shuffling, the split and the dropout. */
  seed: number;
}

export type PresetId = 'seed';

export interface Preset {
  /** Published with every checkpoint: its meaning never changes. */
  id: PresetId;
  title: string;
  /** One sentence for the person who chooses. */
  description: string;
  encoding: EncodingId;
  architecture: Architecture;
  defaults: TrainingSettings;
  /** Final loss that the network's publication reports, nats per note; drawn as a reference. */
  publishedLoss?: number;
}

/** Which network is built, with its sizes. */
export type Architecture = {
  kind: 'melody';
  /** LSTM units. */
  units: number;
  /** Units of the hidden dense layer. */
  hidden: number;
};

export const presets: Record<PresetId, Preset> = {
  seed: {
    id: 'seed',
    title: 'Seed',
    description: 'The published network: one key after another, in even steps.',
    encoding: 'melody',
    architecture: { kind: 'melody', units: 256, hidden: 128 },
    defaults: {
      epochs: 50,
      batchSize: 64,
      learningRate: 0.001,
      sequenceLength: 32,
      dropout: 0.3,
      seed: 1,
    },
    publishedLoss: 0.17,
  },
};

export const DEFAULT_PRESET: PresetId = 'seed';
