/** `config.json` of a Keras file: the network in Keras's own layers, and how it is trained. */
import type { Preset, TrainingSettings } from '../../model/preset';
import { type KerasObject, kerasObject } from './kerasObject';
import { melodyConfig } from './melodyConfig';
import { polyphonicConfig } from './polyphonicConfig';

export interface KerasModel extends KerasObject {
  compile_config: Readonly<Record<string, unknown>>;
}

export function kerasConfig(preset: Preset, settings: TrainingSettings): KerasModel {
  const { architecture, encoding, id, training } = preset;
  const model =
    architecture.kind === 'melody'
      ? melodyConfig(modelName(id), architecture, settings)
      : polyphonicConfig(modelName(id), architecture, encoding, settings);
  const { loss, ...object } = model;
  return {
    ...object,
    compile_config: {
      optimizer: adam(settings.learningRate, training.clipNorm),
      loss,
      loss_weights: null,
      metrics: null,
      weighted_metrics: null,
      run_eagerly: false,
      steps_per_execution: 1,
    },
  };
}

/** Name of the model in Keras, which has no hyphens. */
function modelName(preset: string): string {
  return `etude_${preset.replaceAll('-', '_')}`;
}

function adam(learningRate: number, clipNorm: number | undefined): KerasObject {
  return kerasObject('keras.optimizers', 'Adam', {
    name: 'adam',
    learning_rate: learningRate,
    global_clipnorm: clipNorm ?? null,
    beta_1: 0.9,
    beta_2: 0.999,
    epsilon: 1e-7,
    amsgrad: false,
  });
}
