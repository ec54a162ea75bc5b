/** The contract of a composer: it draws rows from a network's weights, without tfjs. */
import type { Rows } from '../music/encoding/encoding';
import type { PlannedBar } from '../music/form/plan';
import type { Random } from '../music/random';
import type { TimeSignature } from '../music/song';
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
  /** The rows that open every take; they are part of what is returned. */
  prompt: Rows;
  /** Rest after the prompt's last onset, in ticks of the encoding. Default: none. */
  rest?: number;
  /** Length to add: notes or bars, as the preset counts. */
  length: number;
  /** The meter to compose in. */
  timeSignature: TimeSignature;
  /** One for each take: all are composed as one batch. */
  random: readonly Random[];
  /** The form of each take, for encodings with form. Default: none. */
  forms?: readonly TakeForm[];
}

/** The conditions of a take. */
export interface TakeForm {
  /** 0..23, see `music/form/key.ts`. Default: any. */
  key?: number;
  /** One entry a bar, from the take's first bar on, the prompt's included. Default: no plan. */
  plan?: readonly PlannedBar[];
  /** Place of the last chord in the last bar, as a share of the bar, 0..1. Default: its bar line. */
  lastPlace?: number;
}

/** Where a closing chord stands and how long it sounds, in ticks of the encoding. */
export interface Closing {
  tick: number;
  duration: number;
  /** The take had grown so dense that it was ended before its length was reached. */
  early: boolean;
}

/** A row that joined a take. */
export interface ComposedRow {
  /** Index of the take. */
  take: number;
  row: readonly number[];
  odds: NoteOdds;
  /** Present for notes of the closing chord. */
  closing?: Closing;
  /** The take was ended with this row, since it had grown too dense. */
  early?: boolean;
}

export interface Composer {
  /** Yields the rows of all takes as they come, so that the caller can show them and stop. */
  compose(options: ComposeOptions): Generator<ComposedRow[], void, void>;
}
