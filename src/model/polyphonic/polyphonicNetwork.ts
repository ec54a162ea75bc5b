/**
 * The polyphonic network: index columns -> one or two LSTM layers -> a head for each predicted column,
 * chained within the note: time, then pitch given time, then length given both, then velocity.
 */
import * as tf from '@tensorflow/tfjs';
import { SeededDropout } from '../../engine/dropout';
import { softmaxHeads } from '../../engine/heads/softmaxHeads';
import { LstmLayer } from '../../engine/lstm/layer';
import type { EncodingColumn } from '../../music/encoding/encoding';
import { readColumns } from '../../music/encoding/rows';
import { Random } from '../../music/random';
import type { Batch } from '../batch';
import type { ModelSummary } from '../modelSummary';
import { layerVariables, type NamedVariable, type Network } from '../network';
import type { PolyphonicArchitecture, TrainingSettings } from '../preset';
import { headUnits } from './headWeights';
import { layerName } from './layerName';
import { createSoftmaxHead, type SoftmaxHead } from './softmaxHead';

interface ColumnHead {
  column: EncodingColumn;
  /** Index of the column in a row; the head reads the columns before it. */
  index: number;
  head: SoftmaxHead;
}

export function buildPolyphonicNetwork(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
  settings: TrainingSettings,
): Network {
  const { units, layers } = architecture;
  const random = Random.fromSeed(settings.seed);
  const classes = columns.map((column) => column.classes);
  const read = readColumns(columns).map((column) => classes[column]);
  const recurrent = Array.from({ length: layers }, (_, i) => {
    const layer = new LstmLayer({
      name: layerName(i),
      units,
      random,
      returnSequences: true,
      columnClasses: i === 0 ? read : undefined,
    });
    layer.build([null, null, i === 0 ? read.length : units]);
    return layer;
  });
  const dropouts = recurrent.map(
    (_, i) => new SeededDropout({ name: `dropout_${i}`, rate: settings.dropout }),
  );
  const heads = columns.flatMap((column, index): ColumnHead[] => {
    if (!column.predicted) return [];
    const hidden = headUnits(architecture, column);
    const size = { units, hidden, classes: column.classes, given: classes.slice(0, index) };
    const foretelling = columns.flatMap(({ foretells }, i) => (foretells === index ? [i] : []));
    const head = createSoftmaxHead(column.name, size, random, foretelling);
    return [{ column, index, head }];
  });

  /** States after each row, `[size * time, units]`. */
  function states({ inputs, size, time }: Batch, dropoutRandom: Random | undefined): tf.Tensor2D {
    let state: tf.Tensor = tf.tensor3d(inputs, [size, time, read.length], 'int32');
    recurrent.forEach((layer, i) => {
      dropouts[i].random = dropoutRandom;
      state = dropouts[i].call(layer.call(state));
    });
    return state.as2D(size * time, units);
  }

  const variables = (): NamedVariable[] => [
    ...layerVariables(recurrent),
    ...heads.flatMap(({ head }) => head.variables),
  ];

  return {
    summary: () => summarize(recurrent, heads),
    variables: () => [...layerVariables(recurrent), ...heads.flatMap(({ head }) => head.variables)],
    losses: (batch, dropoutRandom) =>
      tf.tidy(() => {
        const rows = batch.size * batch.time;
        const state = states(batch, dropoutRandom);
        const targets = tf.tensor2d(batch.targets, [rows, columns.length], 'int32');
        const weights = tf.tensor1d(batch.weights);
        return softmaxHeads({
          state,
          columns: targets,
          weights,
          heads: heads.map(({ head }) => head.weights),
          columnClasses: classes,
          predicted: heads.map(({ index }) => index),
        });
      }),
    dispose: () => {
      for (const { variable } of variables()) variable.dispose();
    },
  };
}

const countParameters = (variables: readonly NamedVariable[]): number =>
  variables.reduce((sum, { variable }) => sum + variable.size, 0);

function summarize(recurrent: readonly LstmLayer[], heads: readonly ColumnHead[]): ModelSummary {
  const layers = [
    ...recurrent.map((layer) => ({
      layer: `LSTM, ${layer.units} units`,
      outputShape: [null, null, layer.units],
      parameters: layer.countParams(),
    })),
    ...heads.map(({ column, head }) => ({
      layer: `Head: ${column.name}`,
      outputShape: [null, null, column.classes],
      parameters: countParameters(head.variables),
    })),
  ];
  return { layers, parameters: layers.reduce((sum, row) => sum + row.parameters, 0) };
}
