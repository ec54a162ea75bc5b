/**
 * Studio as Keras has it: a graph whose inputs are the columns of `time + 1` rows, each
 * `[batch, time + 1, 1]` with -1 for no value. The LSTM reads all rows but the last; each head
 * predicts its column of all rows but the first, from the state and the columns before its own.
 */
import { headUnits } from '../../model/polyphonic/headWeights';
import { layerName } from '../../model/polyphonic/layerName';
import type { PolyphonicArchitecture, TrainingSettings } from '../../model/preset';
import { type EncodingId, encodings } from '../../music/encoding';
import type { EncodingColumn } from '../../music/encoding/encoding';
import {
  crossEntropy,
  type KerasNetwork,
  type KerasNode,
  kerasLayer,
  kerasObject,
  LSTM_FORM,
} from './kerasObject';
import { hiddenName, outputName } from './weightLayers';

export function polyphonicConfig(
  name: string,
  architecture: PolyphonicArchitecture,
  encoding: EncodingId,
  settings: TrainingSettings,
): KerasNetwork {
  const { columns } = encodings[encoding];
  const layers = polyphonicNodes(architecture, columns, settings.dropout);
  const outputs = columns.filter(({ predicted }) => predicted);
  const config = {
    name,
    trainable: true,
    layers,
    input_layers: columns.map((column) => [column.name, 0, 0]),
    output_layers: outputs.map((column) => [outputName(column.name), 0, 0]),
  };
  return {
    ...kerasObject('keras.src.models.functional', 'Functional', config),
    loss: Object.fromEntries(outputs.map((column) => [outputName(column.name), crossEntropy()])),
  };
}

/** Output of a layer: its name, and the width of its last axis. */
interface Output {
  name: string;
  width: number;
  dtype?: 'int32';
}

/** The layers of the graph; each follows those that it reads. */
export function polyphonicNodes(
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
  dropout: number,
): KerasNode[] {
  const nodes: KerasNode[] = [];
  function add(
    className: string,
    inputs: readonly Output[] | Output | undefined,
    { name, width, dtype }: Output,
    config: Readonly<Record<string, unknown>> = {},
  ): Output {
    nodes.push({
      ...kerasLayer(className, { name, ...config }),
      name,
      inbound_nodes: inputs ? [{ args: [tensors(inputs)], kwargs: {} }] : [],
    });
    return { name, width, dtype };
  }
  const join = (name: string, parts: readonly Output[]): Output => {
    if (parts.length === 1) return parts[0];
    const width = parts.reduce((sum, part) => sum + part.width, 0);
    return add('Concatenate', parts, { name, width }, { axis: -1 });
  };
  const oneHot = columns.map(({ name, classes }) => {
    const input = { name, width: 1, dtype: 'int32' } as const;
    const shape = { batch_shape: [null, null, 1], dtype: 'int32' };
    const column = add('InputLayer', undefined, input, shape);
    const output = { name: `${name}_one_hot`, width: classes };
    return add('CategoryEncoding', column, output, { num_tokens: classes, output_mode: 'one_hot' });
  });
  const read = join(
    'rows',
    oneHot.filter((_, i) => !columns[i].headsOnly),
  );
  let state = add('Cropping1D', read, { ...read, name: 'rows_before' }, { cropping: [0, 1] });
  const { units, layers } = architecture;
  for (let i = 0; i < layers; i++) {
    const lstm = { units, return_sequences: true, ...LSTM_FORM };
    state = add('LSTM', state, { name: layerName(i), width: units }, lstm);
    // One mask for all steps of a sequence.
    state = add(
      'SpatialDropout1D',
      state,
      { name: `dropout_${i}`, width: units },
      { rate: dropout },
    );
  }
  // All hidden layers before all outputs: Keras numbers layers by their distance from the outputs.
  const hidden = columns.map((column, index) => {
    const { name } = column;
    if (!column.predicted) return undefined;
    const parts = [state];
    if (index > 0) {
      const before = join(`${name}_columns`, oneHot.slice(0, index));
      const given = { name: `${name}_given`, width: before.width };
      parts.push(add('Cropping1D', before, given, { cropping: [1, 0] }));
    }
    const width = headUnits(architecture, column);
    const output = { name: hiddenName(name), width };
    return add('Dense', join(`${name}_input`, parts), output, { units: width, activation: 'tanh' });
  });
  hidden.forEach((input, index) => {
    if (!input) return;
    const { name, classes } = columns[index];
    const output = { name: outputName(name), width: classes };
    add('Dense', input, output, { units: classes, activation: 'softmax' });
  });
  return nodes;
}

function tensors(inputs: readonly Output[] | Output): unknown {
  return 'name' in inputs ? tensor(inputs) : inputs.map(tensor);
}

function tensor({ name, width, dtype }: Output): unknown {
  return {
    class_name: '__keras_tensor__',
    config: {
      shape: [null, null, width],
      dtype: dtype ?? 'float32',
      keras_history: [name, 0, 0],
    },
  };
}
