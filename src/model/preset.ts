/** The presets: each a row of data from which the network, its data and its training follow. */
import type { EncodingId } from '../music/encoding';
import type { Withheld } from '../music/encoding/withhold';

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

/** A row of the table below. */
interface PresetRow {
  /** The row's key, published with every checkpoint: its meaning never changes. */
  id: string;
  title: string;
  /** One sentence for the person who chooses. */
  description: string;
  encoding: EncodingId;
  architecture: Architecture;
  defaults: TrainingSettings;
  /** Final loss that the network's publication reports, nats per note; drawn as a reference. */
  publishedLoss?: number;
  training: TrainingRecipe;
  composing: ComposingRecipe;
  /** Id of its successor: its models still open and compose, but it is no longer offered. */
  retiredFor?: string;
}

export interface Preset extends PresetRow {
  id: PresetId;
  retiredFor?: PresetId;
}

/** How the preset's takes are counted. */
export interface ComposingRecipe {
  lengthUnit: 'notes' | 'bars';
  /** Default length of a take. */
  length: number;
  /** How much of the opening piece opens a take, in the same unit. */
  promptLength: number;
  /** Takes composed at once. */
  takes: number;
}

/** How the preset's network is taught: what follows from the network, not from the person. */
export interface TrainingRecipe {
  /** Whether each window teaches the row that follows it, or every row in it. */
  predict: 'last row' | 'every row';
  /** Pieces are moved up or down by a random interval up to this, in semitones; 0 for never. */
  transpose: number;
  /** Absent for nothing. */
  withhold?: {
    /** Share of the training windows in which each is withheld, 0..1. */
    shares: Partial<Record<Withheld, number>>;
    /** Share of the single values of memory that training leaves out beside, 0..1. */
    gaps?: number;
    /** What pieces are judged without. */
    evaluation: readonly Withheld[];
  };
  /** Gradients are scaled down to this global norm (Pascanu et al. 2013); absent for never. */
  clipNorm?: number;
  /** `cosine` lowers the learning rate to a twentieth over the run (Loshchilov and Hutter 2017). */
  schedule: 'constant' | 'cosine';
  /** Training ends after this many epochs without a better validation loss; absent for never. */
  patience?: number;
}

/** Which network is built, with its sizes. */
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
      /** LSTM layers, one on the other. */
      layers: number;
      /** Units of each head's hidden layer. */
      hidden: number;
    };

export type MelodyArchitecture = Extract<Architecture, { kind: 'melody' }>;
export type PolyphonicArchitecture = Extract<Architecture, { kind: 'polyphonic' }>;

type Sizes = Pick<PolyphonicArchitecture, 'units' | 'layers' | 'hidden'>;

/** A Studio row of the first version, which knew nothing of form: they differ only in size. */
function firstStudio<I extends string, S extends string>(
  id: I,
  retiredFor: S,
  size: string,
  sizes: Sizes,
  change: Partial<TrainingSettings> = {},
): PresetRow & { id: I; retiredFor: S } {
  return {
    id,
    retiredFor,
    title: `Studio, ${size} (first version)`,
    description: 'Polyphonic piano without memory, key or form.',
    encoding: 'studio',
    architecture: { kind: 'polyphonic', ...sizes },
    defaults: { ...STUDIO_DEFAULTS, ...change },
    training: STUDIO_TRAINING,
    composing: STUDIO_COMPOSING,
  };
}

/** A Studio row: they differ only in size. */
function studio<I extends string>(
  id: I,
  size: string,
  advice: string,
  sizes: Sizes,
  change: Partial<TrainingSettings> = {},
): PresetRow & { id: I; retiredFor?: undefined } {
  return {
    id,
    title: `Studio, ${size}`,
    description: `Polyphonic piano with rhythm, dynamics, key and form. ${advice}`,
    encoding: 'form',
    architecture: { kind: 'polyphonic', ...sizes },
    defaults: { ...STUDIO_DEFAULTS, epochs: 24, learningRate: 0.004, ...change },
    training: {
      ...STUDIO_TRAINING,
      withhold: {
        shares: { key: 0.1, length: 0.1, plan: 0.4, memory: 0.2, 'loose memory': 0.3 },
        evaluation: ['plan'],
      },
    },
    composing: STUDIO_COMPOSING,
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
/** A larger network wants a lower rate. */
const LARGE_CHANGE = { learningRate: 0.004 };
const LARGE_FORM_CHANGE = { learningRate: 0.003 };

/** One row a preset. */
const rows = {
  seed: {
    id: 'seed' as const,
    title: 'Classic (the published network)',
    description: 'LSTM 256, dropout, dense 128, dense 88: one key after another, in even steps.',
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
    training: { predict: 'last row', transpose: 0, schedule: 'constant' },
    composing: { lengthUnit: 'notes', length: 128, promptLength: 16, takes: 1 },
  },
  'form-small': studio('form-small', 'small', 'Learns fastest.', SMALL),
  'form-medium': studio('form-medium', 'medium', 'Sounds good after a minute.', MEDIUM),
  'form-large': studio(
    'form-large',
    'large',
    'For many pieces and much patience.',
    LARGE,
    LARGE_FORM_CHANGE,
  ),
  'studio-small': firstStudio('studio-small', 'form-small', 'small', SMALL),
  'studio-medium': firstStudio('studio-medium', 'form-medium', 'medium', MEDIUM),
  'studio-large': firstStudio('studio-large', 'form-large', 'large', LARGE, LARGE_CHANGE),
} satisfies Record<string, PresetRow>;

export type PresetId = keyof typeof rows;

export const presets: Readonly<Record<PresetId, Preset>> = rows;

export const DEFAULT_PRESET: PresetId = 'form-medium';
