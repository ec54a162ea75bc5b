/** Composer factory by preset. */
import { type ComposingKernels, plainKernels } from '../engine/composingKernels';
import { encodings } from '../music/encoding';
import type { Composer } from './composer';
import { createFormComposer } from './form/formComposer';
import { createMelodyComposer } from './melody/melodyComposer';
import { createPolyphonicComposer } from './polyphonic/polyphonicComposer';
import type { Preset } from './preset';
import type { NamedWeight } from './weightValues';

/**
 * @param sequenceLength rows per training window
 * @param kernels what it computes with. Default: plain arrays.
 * @throws {Error} with a plain sentence if the weights belong to another network
 */
export function createComposer(
  preset: Preset,
  weights: readonly NamedWeight[],
  sequenceLength: number,
  kernels: ComposingKernels = plainKernels,
): Composer {
  const { architecture, encoding } = preset;
  switch (architecture.kind) {
    case 'melody':
      return createMelodyComposer(architecture, weights, sequenceLength, kernels);
    case 'polyphonic':
      return (encodings[encoding].derive ? createFormComposer : createPolyphonicComposer)(
        architecture,
        encodings[encoding].columns,
        weights,
        kernels,
      );
    default:
      return architecture satisfies never;
  }
}
