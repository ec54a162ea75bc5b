/** Layers of a live network, for the "Model summary" table. */
import type * as tf from '@tensorflow/tfjs';
import { LstmLayer } from '../engine/lstm/layer';
import type { ModelSummary } from './modelSummary';

const ACTIVATION_NAMES: Record<string, string> = { relu: 'ReLU' };

function title(layer: tf.layers.Layer): string {
  const config = layer.getConfig();
  if (layer instanceof LstmLayer) return `LSTM, ${layer.units} units`;
  switch (layer.getClassName()) {
    case 'Activation': {
      const name = String(config.activation);
      return `Activation (${ACTIVATION_NAMES[name] ?? name})`;
    }
    default:
      return layer.getClassName();
  }
}

export function summarize(layers: readonly tf.layers.Layer[]): ModelSummary {
  const rows = layers.map((layer) => ({
    layer: title(layer),
    outputShape: [...layer.outputShape].flat(),
    parameters: layer.countParams(),
  }));
  return { layers: rows, parameters: rows.reduce((sum, row) => sum + row.parameters, 0) };
}
