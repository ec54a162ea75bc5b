/**
 * Composes with the published network, one key after another. As in training, each key is named
 * from the window of keys before it, heard from a state of zeros.
 */
import { KEYS } from '../../music/encoding/melody';
import { affine } from '../affine';
import type { ComposedRow, Composer } from '../composer';
import { createCell, type LstmCell, type MakeCell } from '../lstm/cell';
import { constrainKeys, noteOdds } from '../noteOdds';
import type { MelodyArchitecture } from '../preset';
import { sample } from '../sampling';
import { type NamedWeight, weightValues } from '../weightValues';
import { PITCH_FEATURES, pitchFeatures } from './pitchFeatures';

/** @throws {Error} with a plain sentence where the weights belong to another network */
export function createMelodyComposer(
  { units, hidden }: MelodyArchitecture,
  weights: readonly NamedWeight[],
  sequenceLength: number,
  makeCell: MakeCell = createCell,
): Composer {
  const cell = makeCell(
    {
      units,
      kernel: weightValues(weights, 'lstm/kernel', [PITCH_FEATURES, 4 * units]),
      recurrentKernel: weightValues(weights, 'lstm/recurrent_kernel', [units, 4 * units]),
      bias: weightValues(weights, 'lstm/bias', [4 * units]),
    },
    1,
  );
  const dense = {
    kernel: weightValues(weights, 'dense/kernel', [units, hidden]),
    bias: weightValues(weights, 'dense/bias', [hidden]),
  };
  const output = {
    kernel: weightValues(weights, 'output/kernel', [hidden, KEYS]),
    bias: weightValues(weights, 'output/bias', [KEYS]),
  };

  /** The output before its softmax, `[88]`, for the key after `keys`. */
  function logits(keys: ArrayLike<number>): Float32Array {
    readWindow(cell, keys, sequenceLength);
    const activation = affine(cell.hidden, dense.kernel, dense.bias);
    for (let i = 0; i < activation.length; i++) activation[i] = Math.max(0, activation[i]);
    return affine(activation, output.kernel, output.bias);
  }

  return {
    *compose({ opening, length, random, topP, ...options }): Generator<ComposedRow[], void, void> {
      const takes = random.map((): number[] => []);
      for (let at = 0; at < opening.data.length + length; at++) {
        yield takes.map((keys, take) => {
          const scores = logits(keys);
          const allowed = constrainKeys(scores, options.pitchClasses);
          const key =
            at < opening.data.length
              ? opening.data[at]
              : sample(allowed, { temperature: options.temperature, topP }, random[take]);
          keys.push(key);
          return { take, row: [key], odds: noteOdds(scores, key) };
        });
      }
    },
    dispose: () => cell.dispose(),
  };
}

const FEATURES = pitchFeatures();
const SILENCE = new Float32Array(PITCH_FEATURES);

/** Runs the cell over the last `time` keys; where there are fewer, silence comes first. */
function readWindow(cell: LstmCell, keys: ArrayLike<number>, time: number): void {
  cell.reset();
  for (let i = keys.length - time; i < keys.length; i++) {
    const at = i < 0 ? 0 : keys[i] * PITCH_FEATURES;
    cell.step(i < 0 ? SILENCE : FEATURES.subarray(at, at + PITCH_FEATURES));
  }
}
