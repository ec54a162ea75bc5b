/** What composes: the same weights as the network, read once, on the processor, without tfjs. */

import { createCell, type MakeCell } from '../engine/lstm/cell';
import { encodings } from '../music/encoding';
import type { Rows } from '../music/encoding/encoding';
import type { PlannedBar } from '../music/form/plan';
import type { Random } from '../music/random';
import type { TimeSignature } from '../music/song';
import { createFormComposer } from './form/formComposer';
import { createMelodyComposer } from './melody/melodyComposer';
import { createPolyphonicComposer } from './polyphonic/polyphonicComposer';
import type { Preset } from './preset';
import type { NoteOdds } from './take';
import type { NamedWeight } from './weightValues';

export interface SamplingSettings {
  /** Divides the logits of the pitch: below 1 is safer, above 1 is bolder. */
  temperature: number;
  /** The same for times and lengths, where the network predicts them. */
  rhythmTemperature: number;
  /** Nucleus sampling: the smallest set of classes holding this share of the probability, 0..1. */
  topP: number;
  /** Pitch classes that may be drawn, 0 (C) to 11; absent for all. */
  pitchClasses?: readonly number[];
}

export interface ComposeOptions extends SamplingSettings {
  /** The rows that open every take; they are part of what is returned. */
  prompt: Rows;
  /**
   * So long after the opening's last onset nothing begins, in ticks of the encoding; absent where
   * the opening may be gone on with at once, or where the encoding has even steps.
   */
  rest?: number;
  /** How much to add: notes or bars, as the preset counts. */
  length: number;
  /** The meter to compose in. */
  timeSignature: TimeSignature;
  /** One for each take: all are composed as one batch. */
  random: readonly Random[];
  /** The form of each take, where the encoding knows of it; absent for none. */
  forms?: readonly TakeForm[];
}

/** What a take is to follow. */
export interface TakeForm {
  /** 0..23, see `music/form/key.ts`; absent for any. */
  key?: number;
  /** A bar each, from the take's first bar on, the opening's included; absent for none. */
  plan?: readonly PlannedBar[];
  /** Where in the last bar the last chord stands, as a share of the bar, 0..1; absent for its line. */
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

/**
 * @param sequenceLength rows the network was trained to look back
 * @param makeCell makes the cells to compose with
 * @throws {Error} with a plain sentence where the weights belong to another network
 */
export function createComposer(
  preset: Preset,
  weights: readonly NamedWeight[],
  sequenceLength: number,
  makeCell: MakeCell = createCell,
): Composer {
  const { architecture, encoding } = preset;
  switch (architecture.kind) {
    case 'melody':
      return createMelodyComposer(architecture, weights, sequenceLength, makeCell);
    case 'polyphonic':
      return (encodings[encoding].derive ? createFormComposer : createPolyphonicComposer)(
        architecture,
        encodings[encoding].columns,
        weights,
        makeCell,
      );
    default:
      return architecture satisfies never;
  }
}
