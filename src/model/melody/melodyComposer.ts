/** Composes with the published network, key by key, all takes as one batch. */

import { type ComposingKernels, plainKernels } from '../../engine/composingKernels';
import { KEYS } from '../../music/encoding/melody';
import type { ComposedRow, Composer } from '../composer';
import { constrainKeys, noteOdds } from '../noteOdds';
import type { MelodyArchitecture } from '../preset';
import { sample } from '../sampling';
import { type NamedWeight, weightValues } from '../weightValues';
import { DualWindowState } from './dualWindow';
import { PITCH_FEATURES } from './pitchFeatures';

/** @throws {Error} with a plain sentence if the weights belong to another network */
export function createMelodyComposer(
  { units, hidden }: MelodyArchitecture,
  weights: readonly NamedWeight[],
  sequenceLength: number,
  kernels: ComposingKernels = plainKernels,
): Composer {
  const lstm = {
    units,
    kernel: weightValues(weights, 'lstm/kernel', [PITCH_FEATURES, 4 * units]),
    recurrentKernel: weightValues(weights, 'lstm/recurrent_kernel', [units, 4 * units]),
    bias: weightValues(weights, 'lstm/bias', [4 * units]),
  };
  const dense = kernels.makeDense({
    kernel: weightValues(weights, 'dense/kernel', [units, hidden]),
    bias: weightValues(weights, 'dense/bias', [hidden]),
  });
  const output = kernels.makeDense({
    kernel: weightValues(weights, 'output/kernel', [hidden, KEYS]),
    bias: weightValues(weights, 'output/bias', [KEYS]),
  });

  /** The output before its softmax, `[88]`, from the LSTM's state. */
  function logits(state: Float32Array): Float32Array {
    const activation = dense(state);
    for (let i = 0; i < activation.length; i++) activation[i] = Math.max(0, activation[i]);
    return output(activation);
  }

  return {
    *compose({ prompt, length, random, topP, ...options }): Generator<ComposedRow[], void, void> {
      const listeners = new DualWindowState(lstm, random.length, sequenceLength, kernels.makeCell);
      try {
        for (let at = 0; at < prompt.data.length + length; at++) {
          const added = random.map((own, take): ComposedRow => {
            const scores = logits(listeners.state(take));
            const allowed = constrainKeys(scores, options.pitchClasses);
            const key =
              at < prompt.data.length
                ? prompt.data[at]
                : sample(allowed, { temperature: options.temperature, topP }, own);
            return { take, row: [key], odds: noteOdds(scores, key) };
          });
          yield added;
          listeners.step(added.map(({ row }) => row[0]));
        }
      } finally {
        listeners.dispose();
      }
    },
  };
}
