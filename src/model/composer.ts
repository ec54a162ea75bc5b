/** What composes: the same weights as the network, read once, on the processor, without tfjs. */
import type { Rows } from '../music/encoding/encoding';
import type { Random } from '../music/random';
import { createMelodyComposer } from './melody/melodyComposer';
import type { Preset } from './preset';
import type { SamplingOptions } from './sampling';
import type { NoteOdds } from './take';
import type { NamedWeight } from './weightValues';

export interface ComposeOptions extends SamplingOptions {
  /** The rows that open the take; they are part of what is returned. */
  opening: Rows;
  /** Rows to add after the opening. */
  length: number;
  random: Random;
}

export interface ComposedRows {
  rows: Rows;
  /** One for each row, the opening's included. */
  odds: NoteOdds[];
}

export interface Composer {
  /** Yields the number of rows added so far after each one, so that the caller can stop. */
  compose(options: ComposeOptions): Generator<number, ComposedRows, void>;
}

/** @throws {Error} with a plain sentence where the weights belong to another network */
export function createComposer(
  preset: Preset,
  weights: readonly NamedWeight[],
  sequenceLength: number,
): Composer {
  const { architecture } = preset;
  switch (architecture.kind) {
    case 'melody':
      return createMelodyComposer(architecture, weights, sequenceLength);
    case 'studio':
      throw new Error('The Studio preset does not compose.');
    default:
      return architecture satisfies never;
  }
}
