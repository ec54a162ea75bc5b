/** Finds the preset whose network a Keras file holds, and its weights; refuses other networks. */

import type { Hdf5File } from '../../files/hdf5/read';
import { type Preset, presets } from '../../model/preset';
import { weightShapes } from '../../model/weightShapes';
import { isFiniteWeight, type NamedWeight } from '../../model/weightValues';
import { t } from '../../texts/t';
import { compareChain, refuseVocabulary } from './compareChain';
import { presetOfGraph, presetOfNames } from './compareGraph';
import type { ModelConfig } from './modelConfig';
import { Refusal } from './refusal';
import type { StoredLayer, StoredWeights } from './storedWeights';
import { featureTable, type KerasLayer, weightLayers } from './weightLayers';

/** A layer of ours with the one in the file that holds its weights. */
export interface FoundLayer {
  layer: KerasLayer;
  stored: StoredLayer;
}

/** @throws {Refusal} that names the first difference */
export function presetOf(config: ModelConfig | undefined, { layers }: StoredWeights): Preset {
  if (!config) {
    const lstm = layers.find(({ className }) => className === 'LSTM')?.arrays[1]?.array;
    const names = layers.map(({ name }) => name);
    const byName = presetOfNames(names, lstm?.shape[0]);
    if (byName) return byName;
    const last = layers.at(-1);
    // The bias has a number for each value that can be predicted.
    if (layers.length <= CLASSIC_LAYERS && last?.className === 'Dense') {
      refuseVocabulary(last.arrays.at(-1)?.array?.shape[0]);
    }
    return presets.seed;
  }
  const isGraph = config.layers.some(({ className }) => GRAPH_LAYERS.has(className));
  if (isGraph) return presetOfGraph(config.layers);
  const { architecture } = presets.seed;
  if (architecture.kind === 'melody') compareChain(config.layers, architecture);
  return presets.seed;
}

/** Most layers of Classic with weights: with the fixed features. */
const CLASSIC_LAYERS = 4;
const GRAPH_LAYERS = new Set(['CategoryEncoding', 'Concatenate']);

/**
 * Pairs our layers with those of the file: of a chain in their order, of a graph by their names.
 * @throws {Refusal} where one is missing or of another size
 */
export function findLayers(
  file: Hdf5File,
  preset: Preset,
  { layers }: StoredWeights,
): FoundLayer[] {
  const isChain = preset.architecture.kind === 'melody';
  const learning = layers.filter(({ className }) => !(isChain && className === 'Embedding'));
  if (isChain) checkFeatures(file, layers);
  const expected = weightLayers(preset);
  const other = learning.find(({ className }) => !KINDS.has(className));
  if (other) throw new Refusal(t('keras.otherKind', { theirs: other.className }));
  if (learning.length > expected.length) {
    const counts = { theirs: learning.length, ours: expected.length };
    throw new Refusal(t('keras.moreLearning', counts));
  }
  return expected.map((layer, i) => {
    const stored = isChain ? learning[i] : learning.find(({ name }) => name === layer.name);
    if (stored?.className !== layer.kind || !stored) {
      throw new Refusal(t('keras.noWeights', { name: layer.name, ours: layer.kind }));
    }
    checkShapes(layer, stored);
    return { layer, stored };
  });
}

const KINDS = new Set(['LSTM', 'Dense']);

function checkShapes({ weights }: KerasLayer, { name, arrays }: StoredLayer): void {
  weights.forEach(({ shape }, i) => {
    const theirs = arrays[i]?.array?.shape;
    if (theirs?.join() === shape.join()) return;
    const size = theirs?.join(' × ') ?? '0';
    throw new Refusal(t('keras.otherShape', { name, theirs: size, ours: shape.join(' × ') }));
  });
}

/** Tolerance: the features are cosines, which may be stored in 16 bits. */
const NEAR = 2 ** -8;

function checkFeatures(file: Hdf5File, layers: readonly StoredLayer[]): void {
  const table = layers.find(({ className }) => className === 'Embedding')?.arrays[0];
  if (!table) return;
  const ours = featureTable();
  const theirs = file.numbers(table);
  const same =
    theirs.length === ours.length && theirs.every((x, i) => Math.abs(x - ours[i]) < NEAR);
  if (!same) throw new Refusal(t('keras.otherFeatures'));
}

/** The network's weights under our names, in the order of checkpoints. */
export function ownWeights(
  file: Hdf5File,
  preset: Preset,
  found: readonly FoundLayer[],
): NamedWeight[] {
  return splitWeights(preset, found, ({ stored }, i) => file.numbers(stored.arrays[i]));
}

/**
 * @param numbers of a Keras layer's weight, by its index
 * @throws {Refusal} where they are not all numbers
 */
export function splitWeights(
  preset: Preset,
  found: readonly FoundLayer[],
  numbers: (layer: FoundLayer, weight: number) => Float32Array<ArrayBuffer>,
): NamedWeight[] {
  const byName = new Map<string, NamedWeight>();
  for (const layer of found) {
    layer.layer.weights.forEach(({ parts }, i) => {
      const all = numbers(layer, i);
      let at = 0;
      for (const { name, shape } of parts) {
        const size = shape.reduce((product, side) => product * side, 1);
        byName.set(name, { name, shape, values: all.slice(at, at + size) });
        at += size;
      }
    });
  }
  const weights = weightShapes(preset).flatMap(({ name }) => byName.get(name) ?? []);
  if (weights.every(isFiniteWeight)) return weights;
  throw new Refusal(t('keras.notNumbers'));
}
