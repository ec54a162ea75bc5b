/** Contract of a composer: it samples rows with a network's weights, without tfjs. */
import type { Rows } from '../music/encoding/encoding';
import type { PlannedBar } from '../music/form/plan';
import type { Random } from '../music/random';
import type { TimeSignature } from '../music/song';
import type { Style } from '../music/style';
import type { NoteOdds } from './take';

export interface SamplingSettings {
  /** Divides the logits of the pitch: below 1 is safer, above 1 is bolder. */
  temperature: number;
  /** The same for times and lengths, where the network predicts them. */
  rhythmTemperature: number;
  /** Nucleus sampling: the smallest set of classes holding this share of the probability, 0..1. */
  topP: number;
  /** Pitch classes that may be drawn, 0 (C) to 11. Default: all. */
  pitchClasses?: readonly number[];
}

export interface ComposeOptions extends SamplingSettings {
  /** Prompt: the first rows of every take, included in the result. */
  prompt: Rows;
  /** Rest after the prompt's last onset, in ticks of the encoding. Default: none. */
  rest?: number;
  /** Length to add: notes or bars, as the preset counts. */
  length: number;
  /**
   * End of a passage inside the take, in ticks of the encoding: nothing that begins there is composed.
   * Only for encodings with form. Default: the take's end.
   */
  stopAt?: number;
  /** The meter to compose in. */
  timeSignature: TimeSignature;
  /** One per take; all takes are composed as one batch. */
  random: readonly Random[];
  /** Form of each take, for encodings with form. Default: none. */
  forms?: readonly TakeForm[];
}

/** Conditions of a take. */
export interface TakeForm {
  /** Default: none. */
  style?: Style;
  /** 0..23, see `music/form/key.ts`. Default: any. */
  key?: number;
  /** One entry per bar, from the take's first bar, prompt included. Default: no plan. */
  plan?: readonly PlannedBar[];
  /** Place of the last chord in the last bar, as a share of the bar, 0..1. Default: its bar line. */
  lastPlace?: number;
}

/** Place and length of a closing chord, in ticks of the encoding. */
export interface Closing {
  tick: number;
  duration: number;
  /** Ended before its length was reached, because it had grown too dense. */
  early: boolean;
}

/** A row added to a take. */
export interface ComposedRow {
  /** Index of the take. */
  take: number;
  row: readonly number[];
  odds: NoteOdds;
  /** Present for notes of the closing chord. */
  closing?: Closing;
  /** Last row of a take that had grown too dense. */
  early?: boolean;
}

export interface Composer {
  /** Yields the rows of all takes as they are drawn, so that the caller can show them and stop. */
  compose(options: ComposeOptions): Generator<ComposedRow[], void, void>;
}
