/** The forms in which Keras serializes layers, graphs and losses. */

/** An object by its class. */
export interface KerasObject {
  module: string;
  class_name: string;
  config: Readonly<Record<string, unknown>>;
  registered_name: null;
}

/** A layer of a graph, with the layers that it reads. */
export interface KerasNode extends KerasObject {
  name: string;
  inbound_nodes: readonly { args: readonly unknown[]; kwargs: Readonly<Record<string, never>> }[];
}

/** A network and its loss. */
export interface KerasNetwork extends KerasObject {
  loss: unknown;
}

export function kerasObject(
  module: string,
  className: string,
  config: Readonly<Record<string, unknown>>,
): KerasObject {
  return { module, class_name: className, config, registered_name: null };
}

export function kerasLayer(
  className: string,
  config: Readonly<Record<string, unknown>>,
): KerasObject {
  return kerasObject('keras.layers', className, config);
}

/** Mean over the examples of the negative logarithm; a class of -1 has none. */
export function crossEntropy(): KerasObject {
  return kerasObject('keras.losses', 'SparseCategoricalCrossentropy', {
    name: 'sparse_categorical_crossentropy',
    reduction: 'sum_over_batch_size',
    from_logits: false,
    ignore_class: -1,
  });
}

/** What defines an LSTM apart from its size. */
export const LSTM_FORM = {
  activation: 'tanh',
  recurrent_activation: 'sigmoid',
  use_bias: true,
  go_backwards: false,
} as const;
