/** Compares a chain of layers with Classic, whoever wrote it in Keras. */
import { PITCH_FEATURES } from '../../model/melody/pitchFeatures';
import type { MelodyArchitecture } from '../../model/preset';
import { KEYS } from '../../music/encoding/melody';
import { t } from '../../texts/t';
import { LSTM_FORM } from './kerasObject';
import type { ConfigLayer } from './modelConfig';
import { Refusal } from './refusal';

/** Layers without an effect on the outputs. */
const SILENT = new Set(['InputLayer', 'Dropout', 'SpatialDropout1D']);
/** Layers that only apply a function, which may also stand in the layer before. */
const FUNCTIONS = new Map([
  ['ReLU', 'relu'],
  ['Softmax', 'softmax'],
]);

interface Step {
  className: string;
  config: Readonly<Record<string, unknown>>;
}

/** @throws {Refusal} that names the first difference */
export function compareChain(
  layers: readonly ConfigLayer[],
  { units, hidden }: MelodyArchitecture,
): void {
  const features = { input_dim: KEYS + 1, output_dim: PITCH_FEATURES, mask_zero: false };
  const expected: Step[] = [
    { className: 'LSTM', config: { units, return_sequences: false, ...LSTM_FORM } },
    { className: 'Dense', config: { units: hidden, activation: 'relu' } },
    { className: 'Dense', config: { units: KEYS, activation: 'softmax' } },
  ];
  const actual = steps(layers);
  // The input may also be the features themselves.
  if (actual[0]?.className === 'Embedding') {
    expected.unshift({ className: 'Embedding', config: features });
  }
  const last = actual.at(-1);
  if (actual.length === expected.length && last?.className === 'Dense')
    refuseVocabulary(last.config.units);
  expected.forEach(({ className, config }, i) => {
    const step = actual[i];
    const layer = String(i + 1);
    if (!step) throw new Refusal(t('keras.endsEarly', { number: i + 1, ours: className }));
    if (step.className !== className) {
      throw new Refusal(t('keras.otherClass', { layer, theirs: step.className, ours: className }));
    }
    for (const [key, value] of Object.entries(config)) {
      const theirs = step.config[key] ?? DEFAULTS[key];
      if (theirs !== value) {
        const values = { theirs: shown(theirs), ours: shown(value) };
        throw new Refusal(t('keras.otherValue', { key, layer, ...values }));
      }
    }
  });
  if (actual.length > expected.length) {
    const theirs = actual[expected.length].className;
    throw new Refusal(t('keras.oneMore', { theirs }));
  }
}

/** Files of older versions leave out what is usual. */
const DEFAULTS: Readonly<Record<string, unknown>> = { mask_zero: false, go_backwards: false };

/** @throws {Refusal} where the last layer predicts other things than the keys of a piano */
export function refuseVocabulary(units: unknown): void {
  if (typeof units !== 'number' || units === KEYS) return;
  throw new Refusal(t('keras.vocabulary', { units, keys: KEYS }));
}

/** The layers with weights, each with the function that follows it. */
function steps(layers: readonly ConfigLayer[]): Step[] {
  const found: Step[] = [];
  for (const { className, config } of layers) {
    if (SILENT.has(className)) continue;
    const applied = className === 'Activation' ? config.activation : FUNCTIONS.get(className);
    const before = found.at(-1);
    if (applied !== undefined && before?.config.activation === 'linear') {
      found[found.length - 1] = { ...before, config: { ...before.config, activation: applied } };
    } else found.push({ className, config });
  }
  return found;
}

export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'missing');
}
