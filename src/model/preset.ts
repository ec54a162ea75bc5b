/** The presets: rows of data that define the network, its data and its training. */
import type { EncodingId } from '../music/encoding';
import type { Withheld } from '../music/encoding/withhold';

/** Settings that a person can change before training. */
export interface TrainingSettings {
  epochs: number;
  batchSize: number;
  learningRate: number;
  /** Window length: notes before the predicted one. */
  sequenceLength: number;
  /** Dropout rate of the LSTM's outputs, 0..0.9. */
  dropout: number;
  /** Seed of the weights, the shuffling, the split and the dropout. */
  seed: number;
}

/** A row of the table below. */
interface PresetRow {
  /** Key of the row, published with every checkpoint: its meaning never changes. */
  id: string;
  encoding: EncodingId;
  architecture: Architecture;
  defaults: TrainingSettings;
  /** Published final loss of the network, nats per note; a reference line in the chart. */
  publishedLoss?: number;
  training: TrainingRecipe;
  composing: ComposingRecipe;
  /** Runs always start from nothing. Default: they may start from a model's weights. */
  fromNothing?: true;
  /** Id of its successor; retired presets open and compose, but are no longer offered. */
  retiredFor?: string;
}

export interface Preset extends PresetRow {
  id: PresetId;
  retiredFor?: PresetId;
}

/** Unit and defaults of the preset's takes. */
export interface ComposingRecipe {
  lengthUnit: 'notes' | 'bars';
  /** Default length of a take. */
  length: number;
  /** Default length of the prompt, in the same unit. */
  promptLength: number;
  /** Takes composed at once. */
  takes: number;
  /** Candidates drawn for bars that are composed again. Default: bars cannot be composed again. */
  candidates?: number;
}

/** Training recipe: what follows from the network and is not a setting. */
export interface TrainingRecipe {
  /** Whether each window predicts the row after it, or every row in it. */
  predict: 'last row' | 'every row';
  /** Range of the random transposition, in semitones up or down; 0 for none. */
  transpose: number;
  /** Default: nothing is withheld. */
  withhold?: {
    /** Share of the training windows without each group, 0..1. */
    shares: Partial<Record<Withheld, number>>;
    /** Share of the single values of memory that training also drops, 0..1. */
    gaps?: number;
    /** Groups withheld in evaluation. */
    evaluation: readonly Withheld[];
  };
  /** Gradient clipping by global norm (Pascanu et al. 2013). Default: none. */
  clipNorm?: number;
  /** `cosine` lowers the learning rate to a twentieth over the run (Loshchilov and Hutter 2017). */
  schedule: 'constant' | 'cosine';
  /** Patience: epochs without a better validation loss before the end. Default: unlimited. */
  patience?: number;
}

/** Architecture and sizes of the network. */
export type Architecture =
  | {
      kind: 'melody';
      /** LSTM units. */
      units: number;
      /** Units of the hidden dense layer. */
      hidden: number;
    }
  | {
      kind: 'polyphonic';
      /** Units of each LSTM layer. */
      units: number;
      /** Stacked LSTM layers. */
      layers: number;
      /** Units of each head's hidden layer. */
      hidden: number;
    };

export type MelodyArchitecture = Extract<Architecture, { kind: 'melody' }>;
export type PolyphonicArchitecture = Extract<Architecture, { kind: 'polyphonic' }>;

type Sizes = Pick<PolyphonicArchitecture, 'units' | 'layers' | 'hidden'>;

/** Studio presets of the first version, without form, which differ only in size. */
function firstStudio<I extends string, S extends string>(
  id: I,
  retiredFor: S,
  sizes: Sizes,
  change: Partial<TrainingSettings> = {},
): PresetRow & { id: I; retiredFor: S } {
  return {
    id,
    retiredFor,
    encoding: 'studio',
    architecture: { kind: 'polyphonic', ...sizes },
    defaults: { ...STUDIO_DEFAULTS, ...change },
    training: STUDIO_TRAINING,
    composing: STUDIO_COMPOSING,
  };
}

/** Studio presets, which differ only in size. */
function studio<I extends string>(
  id: I,
  sizes: Sizes,
  change: Partial<TrainingSettings> = {},
): PresetRow & { id: I; retiredFor?: undefined } {
  return {
    id,
    encoding: 'form',
    architecture: { kind: 'polyphonic', ...sizes },
    defaults: { ...STUDIO_DEFAULTS, epochs: 24, learningRate: 0.004, ...change },
    training: {
      ...STUDIO_TRAINING,
      withhold: {
        shares: { key: 0.1, length: 0.1, plan: 0.4, memory: 0.2, 'loose memory': 0.3, style: 0.4 },
        evaluation: ['plan', 'style'],
      },
    },
    composing: { ...STUDIO_COMPOSING, candidates: 6 },
  };
}

const STUDIO_DEFAULTS: TrainingSettings = {
  epochs: 40,
  batchSize: 16,
  learningRate: 0.006,
  sequenceLength: 128,
  dropout: 0.2,
  seed: 1,
};

const STUDIO_TRAINING: TrainingRecipe = {
  predict: 'every row',
  transpose: 5,
  clipNorm: 1,
  schedule: 'cosine',
  patience: 8,
};

const STUDIO_COMPOSING: ComposingRecipe = {
  lengthUnit: 'bars',
  length: 16,
  promptLength: 2,
  takes: 4,
};

const SMALL: Sizes = { units: 128, layers: 1, hidden: 96 };
const MEDIUM: Sizes = { units: 256, layers: 1, hidden: 128 };
const LARGE: Sizes = { units: 512, layers: 1, hidden: 192 };
/** A larger network needs a lower rate. */
const LARGE_CHANGE = { learningRate: 0.004 };
const LARGE_FORM_CHANGE = { learningRate: 0.003 };

/** One row per preset. */
const rows = {
  seed: {
    id: 'seed' as const,
    encoding: 'melody',
    architecture: { kind: 'melody', units: 256, hidden: 128 },
    defaults: {
      epochs: 50,
      batchSize: 64,
      learningRate: 0.003,
      sequenceLength: 32,
      dropout: 0.3,
      seed: 1,
    },
    publishedLoss: 0.17,
    fromNothing: true,
    training: { predict: 'last row', transpose: 0, schedule: 'constant' },
    composing: { lengthUnit: 'notes', length: 128, promptLength: 16, takes: 1 },
  },
  'form-small': studio('form-small', SMALL),
  'form-medium': studio('form-medium', MEDIUM),
  'form-large': studio('form-large', LARGE, LARGE_FORM_CHANGE),
  'studio-small': firstStudio('studio-small', 'form-small', SMALL),
  'studio-medium': firstStudio('studio-medium', 'form-medium', MEDIUM),
  'studio-large': firstStudio('studio-large', 'form-large', LARGE, LARGE_CHANGE),
} satisfies Record<string, PresetRow>;

export type PresetId = keyof typeof rows;

export const presets: Readonly<Record<PresetId, Preset>> = rows;

export const DEFAULT_PRESET: PresetId = 'form-medium';
