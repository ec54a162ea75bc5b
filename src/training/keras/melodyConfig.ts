/** Classic as Keras has it: a chain of layers that reads keys and gives 88 probabilities. */
import { PITCH_FEATURES } from '../../model/melody/pitchFeatures';
import type { MelodyArchitecture, TrainingSettings } from '../../model/preset';
import { KEYS } from '../../music/encoding/melody';
import { crossEntropy, type KerasNetwork, kerasLayer, kerasObject, LSTM_FORM } from './kerasObject';

/** Name of the layer with the fixed input features. */
export const FEATURES = 'pitch_features';

/** The input is `[batch, time]`: keys from A0 plus one, and 0 for silence. */
export function melodyConfig(
  name: string,
  { units, hidden }: MelodyArchitecture,
  { dropout }: TrainingSettings,
): KerasNetwork {
  const layers = [
    kerasLayer('InputLayer', { name: 'keys', batch_shape: [null, null], dtype: 'int32' }),
    kerasLayer('Embedding', {
      name: FEATURES,
      trainable: false,
      input_dim: KEYS + 1,
      output_dim: PITCH_FEATURES,
    }),
    kerasLayer('LSTM', { name: 'lstm', units, return_sequences: false, ...LSTM_FORM }),
    kerasLayer('Dropout', { name: 'dropout', rate: dropout }),
    kerasLayer('Dense', { name: 'dense', units: hidden, activation: 'relu' }),
    kerasLayer('Dense', { name: 'output', units: KEYS, activation: 'softmax' }),
  ];
  const config = { name, layers, build_input_shape: [null, null] };
  return { ...kerasObject('keras', 'Sequential', config), loss: crossEntropy() };
}
