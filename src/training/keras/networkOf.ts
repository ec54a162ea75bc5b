/** Finds the preset whose network a Keras file holds, and its weights; refuses other networks. */
import type { Hdf5File } from '../../files/hdf5/read';
import { type Preset, presets } from '../../model/preset';
import { isFiniteWeight, type NamedWeight } from '../../model/weightValues';
import { compareChain, refuseVocabulary } from './compareChain';
import { presetOfGraph, presetOfNames } from './compareGraph';
import type { ModelConfig } from './modelConfig';
import { differs, Refusal } from './refusal';
import type { StoredLayer, StoredWeights } from './storedWeights';
import { featureTable, type KerasLayer, ownTensors, weightLayers } from './weightLayers';

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
  if (other) throw differs(`it has a layer of another kind, ${other.className}`);
  if (learning.length > expected.length) {
    throw differs(`it has ${learning.length} layers that learn, and ${expected.length} here`);
  }
  return expected.map((layer, i) => {
    const stored = isChain ? learning[i] : learning.find(({ name }) => name === layer.name);
    if (stored?.className !== layer.kind || !stored) {
      throw differs(`it has no ${layer.kind} layer “${layer.name}” with weights`);
    }
    checkShapes(layer, stored);
    return { layer, stored };
  });
}

const KINDS = new Set(['LSTM', 'Dense']);

const WEIGHT_WORDS = ['kernel', 'recurrent kernel', 'bias'] as const;

function checkShapes({ kind, weights }: KerasLayer, { name, arrays }: StoredLayer): void {
  weights.forEach(({ shape }, i) => {
    const theirs = arrays[i]?.array?.shape;
    if (theirs?.join() === shape.join()) return;
    const word = kind === 'Dense' && i === 1 ? 'bias' : WEIGHT_WORDS[i];
    const size = theirs ? theirs.join(' × ') : 'none';
    throw differs(
      `the ${word} of its layer “${name}” has ${size} numbers, and ${shape.join(' × ')} here`,
    );
  });
}

/** Tolerance: the features are cosines, which may be computed elsewhere. */
const NEAR = 1e-5;

function checkFeatures(file: Hdf5File, layers: readonly StoredLayer[]): void {
  const table = layers.find(({ className }) => className === 'Embedding')?.arrays[0];
  if (!table) return;
  const ours = featureTable();
  const theirs = file.numbers(table);
  const same =
    theirs.length === ours.length && theirs.every((x, i) => Math.abs(x - ours[i]) < NEAR);
  if (!same) throw differs('its keys have other features at the input');
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
  const weights = ownTensors(preset).flatMap(({ name }) => byName.get(name) ?? []);
  if (weights.every(isFiniteWeight)) return weights;
  throw new Refusal('The weights in this Keras file are not all numbers; it cannot be used.');
}
