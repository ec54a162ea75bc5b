/**
 * Batches as the Keras model reads them, and the probabilities that our network gives for one, by the
 * code that composes: without tfjs.
 */
import { plainKernels } from '../../engine/composingKernels';
import { createDense } from '../../engine/dense/denseLayer';
import { createCell } from '../../engine/lstm/cell';
import type { Batch } from '../../model/batch';
import { PITCH_FEATURES } from '../../model/melody/pitchFeatures';
import { ComposingHead } from '../../model/polyphonic/composingHead';
import { ComposingLstm } from '../../model/polyphonic/composingLstm';
import type { Preset } from '../../model/preset';
import { softmax } from '../../model/sampling';
import { type NamedWeight, weightValues } from '../../model/weightValues';
import { encodings } from '../../music/encoding';
import { readColumns } from '../../music/encoding/rows';
import { featureTable } from './weightLayers';

export interface KerasBatch {
  /** Classic: `[size, time]`, keys plus one. Studio: `[size, time + 1, columns]`. */
  inputs: number[][] | number[][][];
  /** Classic: `[size]`. Studio: `[size, time, columns]`; -1 where there is none. */
  targets: number[] | number[][][];
}

export function kerasBatch({ architecture, encoding }: Preset, batch: Batch): KerasBatch {
  if (architecture.kind === 'melody') return chainBatch(batch);
  const { columns } = encodings[encoding];
  const read = readColumns(columns);
  const targets = split(batch.targets, batch.size, batch.time, columns.length);
  const inputs = split(batch.inputs, batch.size, batch.time, read.length);
  targets.forEach((example, i) => {
    example.forEach((row, step) => {
      if (batch.weights[i * batch.time + step] === 0) row.fill(-1);
    });
  });
  const rows = targets.map((example, i) => {
    // Of the row before the window the LSTM's columns are known, which are all that is read.
    const first = columns.map((_, column) => {
      const at = read.indexOf(column);
      return at < 0 ? -1 : inputs[i][0][at];
    });
    return [first, ...example];
  });
  return { inputs: rows, targets };
}

function chainBatch({ inputs, targets, weights, size, time }: Batch): KerasBatch {
  const real = Array.from({ length: size }, (_, i) => i).filter((i) => weights[i] > 0);
  return {
    inputs: real.map((i) =>
      Array.from(inputs.subarray(i * time, (i + 1) * time), (key) => key + 1),
    ),
    targets: real.map((i) => targets[i]),
  };
}

function split(values: Int32Array, size: number, time: number, width: number): number[][][] {
  return Array.from({ length: size }, (_, example) =>
    Array.from({ length: time }, (__, step) => {
      const at = (example * time + step) * width;
      return [...values.subarray(at, at + width)];
    }),
  );
}

/** Probabilities of each output, flat in the order of the batch, by the code that composes. */
export function probabilities(
  preset: Preset,
  weights: readonly NamedWeight[],
  { inputs }: KerasBatch,
): number[][] {
  return preset.architecture.kind === 'melody'
    ? [
        chainProbabilities(
          weights,
          inputs.flatMap((keys) => [keys.flat()]),
        ),
      ]
    : graphProbabilities(preset, weights, inputs);
}

function chainProbabilities(weights: readonly NamedWeight[], windows: number[][]): number[] {
  const value = (name: string): Float32Array => {
    const { shape } = weights.find((weight) => weight.name === name) ?? { shape: [] };
    return weightValues(weights, name, shape);
  };
  const bias = value('lstm/bias');
  const units = bias.length / 4;
  const cell = createCell(
    { units, kernel: value('lstm/kernel'), recurrentKernel: value('lstm/recurrent_kernel'), bias },
    1,
  );
  const hidden = createDense({ kernel: value('dense/kernel'), bias: value('dense/bias') });
  const output = createDense({ kernel: value('output/kernel'), bias: value('output/bias') });
  const features = featureTable();
  return windows.flatMap((keys) => {
    cell.reset();
    for (const key of keys) {
      cell.step(features.subarray(key * PITCH_FEATURES, (key + 1) * PITCH_FEATURES));
    }
    const positive = hidden(cell.hidden).map((x) => Math.max(0, x));
    return [...softmax(output(positive))];
  });
}

function graphProbabilities(
  { architecture, encoding }: Preset,
  weights: readonly NamedWeight[],
  examples: KerasBatch['inputs'],
): number[][] {
  if (architecture.kind !== 'polyphonic') throw new Error('Only Studio is a graph.');
  const { columns } = encodings[encoding];
  const { makeCell, makeDense } = plainKernels;
  const heads = columns.flatMap(({ predicted }, index) =>
    predicted
      ? [{ index, head: new ComposingHead(architecture, columns, index, weights, makeDense) }]
      : [],
  );
  const found: number[][] = heads.map(() => []);
  for (const rows of examples) {
    const lstm = new ComposingLstm(architecture, columns, weights, 1, makeCell);
    rows.forEach((row, step) => {
      if (typeof row === 'number') return;
      if (step > 0) {
        heads.forEach(({ head }, i) => {
          for (const p of softmax(head.logits(lstm.state(0), row))) found[i].push(p);
        });
      }
      lstm.read([row]);
    });
    lstm.dispose();
  }
  return found;
}
