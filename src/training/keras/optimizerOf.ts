/** The state of Adam in a Keras file. */

import type { AdamState } from '../../engine/adam/adam';
import type { Hdf5File } from '../../files/hdf5/read';
import type { Preset } from '../../model/preset';
import { weightShapes } from '../../model/weightShapes';
import { type FoundLayer, splitWeights } from './networkOf';
import type { StoredWeights } from './storedWeights';

/** Numbers before the means: steps and learning rate. */
const SCALARS = 2;

export interface StoredOptimizer {
  state: AdamState;
  /** Default: the file has no state of Adam; then the means are zeros. */
  learningRate?: number;
}

/** State of Adam as Keras 3 writes it; anything else counts as none. */
export function optimizerOf(
  file: Hdf5File,
  preset: Preset,
  found: readonly FoundLayer[],
  { layers, optimizer }: StoredWeights,
): StoredOptimizer {
  // The means are in the order in which the file lists the layers.
  const places = new Map<string, number>();
  let count = 0;
  for (const stored of layers) {
    const layer = found.find((one) => one.stored === stored);
    if (!layer) continue;
    places.set(layer.layer.name, count);
    count += layer.layer.weights.length;
  }
  const meanAt = ({ layer }: FoundLayer, weight: number, second: number): number =>
    SCALARS + 2 * ((places.get(layer.name) ?? 0) + weight) + second;
  const fits =
    optimizer.length === SCALARS + 2 * count &&
    found.every((layer) =>
      layer.layer.weights.every(({ shape }, i) =>
        [0, 1].every(
          (second) => optimizer[meanAt(layer, i, second)].array?.shape.join() === shape.join(),
        ),
      ),
    );
  if (!fits) return { state: { step: 0, moments: emptyMoments(preset) } };
  const [means, squares] = [0, 1].map((second) =>
    splitWeights(preset, found, (layer, i) => file.numbers(optimizer[meanAt(layer, i, second)])),
  );
  const [[step], [learningRate]] = [file.numbers(optimizer[0]), file.numbers(optimizer[1])];
  return {
    state: {
      step: Math.max(0, Math.round(step)) || 0,
      moments: means.map(({ values }, i) => ({ mean: values, square: squares[i].values })),
    },
    learningRate,
  };
}

function emptyMoments(preset: Preset): AdamState['moments'] {
  return weightShapes(preset).map(({ shape }) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return { mean: new Float32Array(size), square: new Float32Array(size) };
  });
}
