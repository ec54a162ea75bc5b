/** Composer factory by preset. */
import { createCell, type MakeCell } from '../engine/lstm/cell';
import { encodings } from '../music/encoding';
import type { Composer } from './composer';
import { createFormComposer } from './form/formComposer';
import { createMelodyComposer } from './melody/melodyComposer';
import { createPolyphonicComposer } from './polyphonic/polyphonicComposer';
import type { Preset } from './preset';
import type { NamedWeight } from './weightValues';

/**
 * @param sequenceLength rows per training window
 * @param makeCell factory of the LSTM cells
 * @throws {Error} with a plain sentence if the weights belong to another network
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
