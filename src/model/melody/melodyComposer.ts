/**
 * Composes with the published network, one key after another. As in training, each key is named
 * from the window of keys before it, heard from a state of zeros.
 */
import { KEYS, LOWEST_KEY } from '../../music/encoding/melody';
import type { ComposedRows, Composer } from '../composer';
import { createCell, type LstmCell } from '../lstm/cell';
import type { MelodyArchitecture } from '../preset';
import { rank, sample, softmax } from '../sampling';
import type { NoteOdds } from '../take';
import { type NamedWeight, weightValues } from '../weightValues';
import { PITCH_FEATURES, pitchFeatures } from './pitchFeatures';

/** Likeliest keys that are told for each note. */
const TOLD = 8;

/** @throws {Error} with a plain sentence where the weights belong to another network */
export function createMelodyComposer(
  { units, hidden }: MelodyArchitecture,
  weights: readonly NamedWeight[],
  sequenceLength: number,
): Composer {
  const cell = createCell(
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
    *compose({ opening, length, random, ...sampling }): Generator<number, ComposedRows, void> {
      const keys = [...opening.data];
      const odds = keys.map((key, i) => oddsOf(logits(keys.slice(0, i)), key));
      for (let added = 1; added <= length; added++) {
        const scores = logits(keys);
        const key = sample(scores, sampling, random);
        keys.push(key);
        odds.push(oddsOf(scores, key));
        yield added;
      }
      return { rows: { width: 1, data: Int32Array.from(keys) }, odds };
    },
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

/** input `[n]` times kernel `[n, m]` plus bias `[m]`. */
function affine(input: Float32Array, kernel: Float32Array, bias: Float32Array): Float32Array {
  const result = bias.slice();
  const width = bias.length;
  for (let i = 0; i < input.length; i++) {
    for (let j = 0; j < width; j++) result[j] += input[i] * kernel[i * width + j];
  }
  return result;
}

function oddsOf(scores: Float32Array, key: number): NoteOdds {
  const probabilities = softmax(scores);
  return {
    probability: probabilities[key],
    likeliest: rank(probabilities)
      .slice(0, TOLD)
      .map((likely) => ({ pitch: likely + LOWEST_KEY, probability: probabilities[likely] })),
  };
}
