/** `model.weights.h5` of a Keras file: the weights of each layer, and the state of Adam. */
import type { Hdf5Array, Hdf5Group } from '../../files/hdf5/contents';
import { writeHdf5 } from '../../files/hdf5/write';
import { PITCH_FEATURES } from '../../model/melody/pitchFeatures';
import type { Preset } from '../../model/preset';
import { type NamedWeight, weightValues } from '../../model/weightValues';
import { KEYS } from '../../music/encoding/melody';
import { FEATURES } from './melodyConfig';
import { featureTable, type KerasLayer, type KerasWeight, weightLayers } from './weightLayers';

/** State of Adam: two means for each weight, under the weights' names. */
export interface KerasOptimizer {
  step: number;
  learningRate: number;
  means: readonly NamedWeight[];
  squares: readonly NamedWeight[];
}

/**
 * @param optimizer Default: none.
 * @throws {Error} with a plain sentence if the weights belong to another network
 */
export function writeWeightsFile(
  preset: Preset,
  weights: readonly NamedWeight[],
  optimizer?: KerasOptimizer,
): Uint8Array<ArrayBuffer> {
  const layers = weightLayers(preset);
  const names = groupNames(layers);
  const groups = layers.map((layer, i) => [names[i], layerGroup(layer, weights)] as const);
  const features: Hdf5Array = { shape: [KEYS + 1, PITCH_FEATURES], values: featureTable() };
  const fixed: Hdf5Group['members'] =
    preset.architecture.kind === 'melody' ? { embedding: varsGroup(FEATURES, [features]) } : {};
  const members: Hdf5Group['members'] = {
    layers: { members: { ...fixed, ...Object.fromEntries(groups) } },
    ...(optimizer && { optimizer: optimizerGroup(layers, optimizer) }),
  };
  return writeHdf5({ members });
}

/** Keras numbers the groups of a class in the order of the layers. */
function groupNames(layers: readonly KerasLayer[]): string[] {
  return layers.map(({ kind }, i) =>
    groupName(kind, layers.slice(0, i).filter((layer) => layer.kind === kind).length),
  );
}

/** Paths in the file of the groups that hold each layer's `vars`. */
export function layerPaths(layers: readonly KerasLayer[]): string[] {
  return groupNames(layers).map((name, i) =>
    layers[i].kind === 'Dense' ? `layers/${name}` : `layers/${name}/cell`,
  );
}

/** Group of a layer in the file, such as `dense_1`. */
export function groupName(kind: string, number: number): string {
  return number === 0 ? kind.toLowerCase() : `${kind.toLowerCase()}_${number}`;
}

function layerGroup({ kind, name, weights }: KerasLayer, own: readonly NamedWeight[]): Hdf5Group {
  const arrays = weights.map((weight) => joined(weight, own));
  if (kind === 'Dense') return varsGroup(name, arrays);
  return {
    members: {
      cell: varsGroup(`${name}_cell`, arrays),
      vars: { attributes: { name }, members: {} },
    },
  };
}

function varsGroup(name: string, arrays: readonly Hdf5Array[]): Hdf5Group {
  const vars = {
    attributes: { name },
    members: Object.fromEntries(arrays.map((array, i) => [i, array])),
  };
  return { members: { vars } };
}

function joined({ shape, parts }: KerasWeight, own: readonly NamedWeight[]): Hdf5Array {
  const values = new Float32Array(shape.reduce((product, side) => product * side, 1));
  let at = 0;
  for (const part of parts) {
    const piece = weightValues(own, part.name, part.shape);
    values.set(piece, at);
    at += piece.length;
  }
  return { shape, values };
}

function optimizerGroup(
  layers: readonly KerasLayer[],
  { step, learningRate, means, squares }: KerasOptimizer,
): Hdf5Group {
  const moments = layers.flatMap(({ weights }) =>
    weights.flatMap((weight) => [joined(weight, means), joined(weight, squares)]),
  );
  return varsGroup('adam', [
    { shape: [], values: Int32Array.of(step) },
    { shape: [], values: Float32Array.of(learningRate) },
    ...moments,
  ]);
}
