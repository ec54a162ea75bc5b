/**
 * Reader of Keras files with one of our networks: `.keras`, `.h5` and `.weights.h5`. It checks
 * everything before use, and names the first difference where the network is another one.
 */
import * as v from 'valibot';
import { isHdf5 } from '../../files/hdf5/contents';
import { Hdf5File } from '../../files/hdf5/read';
import { Hdf5Error } from '../../files/hdf5/view';
import { expandEntry, isZip, listZip, type ZipEntry } from '../../files/zip';
import type { Preset, TrainingSettings } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { t } from '../../texts/t';
import type { Checkpoint } from '../checkpoint';
import { body, kind, type ManifestAbout } from '../modelFile/manifest';
import type { ModelResult, SavedModel } from '../modelFile/read';
import { type ModelConfig, parseModelConfig } from './modelConfig';
import { type FoundLayer, findLayers, ownWeights, presetOf } from './networkOf';
import { optimizerOf } from './optimizerOf';
import { BEST_WEIGHTS_NAME, CONFIG_NAME, ETUDE_NAME, KERAS_WEIGHTS_NAME } from './parts';
import { Refusal } from './refusal';
import { type StoredWeights, storedWeights } from './storedWeights';

const MOST_FILES = 64;
const TEXT_LIMITS = { maxBytes: 2 ** 25, maxRatio: 1000 };
/** The largest preset has some 60 MB with the state of Adam. */
const WEIGHTS_LIMITS = { maxBytes: 2 ** 28, maxRatio: 1000 };
/** Whether the bytes are a zip with Keras's weights, or HDF5, valid or not. */
export function isKerasFile(bytes: Uint8Array): boolean {
  return isHdf5(bytes) || find(bytes, KERAS_WEIGHTS_NAME) !== undefined;
}

/** Never throws for the content of the file. */
export function readKerasFile(bytes: Uint8Array): ModelResult {
  try {
    return { ok: true, model: read(bytes) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    if (error instanceof Hdf5Error) return { ok: false, reason: faultText(error) };
    return { ok: false, reason: t('keras.damaged') };
  }
}

function faultText({ fault, elements }: Hdf5Error): string {
  switch (fault) {
    case 'newer form':
      return t('keras.newerForm');
    case 'packed':
      return t('keras.packed');
    case 'other numbers':
      return elements ? t('keras.otherNumbers', { ...elements }) : t('keras.damaged');
    case 'damaged':
      return t('keras.damaged');
    default:
      return fault satisfies never;
  }
}

interface Parts {
  file: Hdf5File;
  config?: ModelConfig;
  /** What Etude added to the file. */
  about?: ManifestAbout;
  best?: Hdf5File;
}

function read(bytes: Uint8Array): SavedModel {
  const parts = isHdf5(bytes) ? readHdf5(bytes) : readZip(bytes);
  const { file, config, about, best } = parts;
  const stored = requireWeights(file, config);
  const preset = presetOf(config, stored);
  if (about && about.preset !== preset.id) throw new Refusal(t('keras.damaged'));
  const found = findLayers(file, preset, stored);
  const { state, learningRate } = optimizerOf(file, preset, found, stored);
  const numbers = { weights: ownWeights(file, preset, found), optimizer: state };
  const encoding = { id: preset.encoding, version: encodings[preset.encoding].version };
  const known = about ?? unknownPast(settingsOf(preset, config, learningRate));
  const { settings, step, epoch, epochSum, history, learnt, forms, lineage } = known;
  return {
    checkpoint: {
      preset: preset.id,
      encoding,
      settings,
      ...numbers,
      best: best && about?.best && { ...about.best, weights: bestWeights(best, preset) },
      step,
      epoch,
      epochSum,
      history,
      trainedOn: {
        training: learnt.training.map(({ id }) => id),
        validation: learnt.validation.map(({ id }) => id),
      },
      typicalMeter: known.manner,
      forms,
      lineage,
    },
    pieces: [...learnt.training, ...learnt.validation],
    saved: about?.saved ?? '',
  };
}

function readHdf5(bytes: Uint8Array): Parts {
  const file = new Hdf5File(bytes);
  const text = file.root.attributes.get('model_config')?.[0];
  return { file, config: text === undefined ? undefined : parseModelConfig(text) };
}

function readZip(bytes: Uint8Array): Parts {
  const text = (name: string): string | undefined => {
    const entry = find(bytes, name);
    return entry && new TextDecoder().decode(expand(entry, TEXT_LIMITS));
  };
  const hdf5 = (name: string): Hdf5File | undefined => {
    const entry = find(bytes, name);
    return entry && new Hdf5File(expand(entry, WEIGHTS_LIMITS));
  };
  const [file, config] = [hdf5(KERAS_WEIGHTS_NAME), text(CONFIG_NAME)];
  if (!file || config === undefined) throw new Refusal(t('keras.damaged'));
  const about = text(ETUDE_NAME);
  return {
    file,
    config: parseModelConfig(config),
    about: about === undefined ? undefined : parseAbout(about),
    best: hdf5(BEST_WEIGHTS_NAME),
  };
}

const aboutSchema = v.omit(body, ['tensors', 'weights']);

function parseAbout(text: string): ManifestAbout {
  const data: unknown = JSON.parse(text);
  const first = { abortEarly: true };
  return { ...v.parse(kind, data, first), ...v.parse(aboutSchema, data, first) };
}

function requireWeights(file: Hdf5File, config: ModelConfig | undefined): StoredWeights {
  const stored = storedWeights(file, config);
  if (stored && stored.layers.length > 0) return stored;
  throw new Refusal(t('keras.noKerasWeights'));
}

function bestWeights(file: Hdf5File, preset: Preset): Checkpoint['weights'] {
  const stored = requireWeights(file, undefined);
  const found: FoundLayer[] = findLayers(file, preset, stored);
  return ownWeights(file, preset, found);
}

/** The preset's settings, with what the model tells of its own. */
function settingsOf(
  preset: Preset,
  config: ModelConfig | undefined,
  learningRate: number | undefined,
): TrainingSettings {
  const { defaults } = preset;
  const rate = config?.layers.find(({ className }) => DROPOUTS.has(className))?.config.rate;
  const isRate = typeof rate === 'number' && rate >= 0 && rate <= MOST_DROPOUT;
  const isLearningRate = learningRate !== undefined && learningRate > 0 && learningRate <= 10;
  return {
    ...defaults,
    dropout: isRate ? rate : defaults.dropout,
    // Six digits: Keras keeps it in 32 bits.
    learningRate: isLearningRate ? Number(learningRate.toPrecision(6)) : defaults.learningRate,
  };
}

const DROPOUTS = new Set(['Dropout', 'SpatialDropout1D']);
const MOST_DROPOUT = 0.95;

/** A model that Keras saved does not say what it was trained on, nor for how long. */
function unknownPast(
  settings: TrainingSettings,
): Pick<
  ManifestAbout,
  'settings' | 'step' | 'epoch' | 'epochSum' | 'history' | 'learnt' | 'manner' | 'forms' | 'lineage'
> {
  return {
    settings,
    step: 0,
    epoch: 0,
    epochSum: 0,
    history: [],
    learnt: { training: [], validation: [] },
    manner: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  };
}

function find(bytes: Uint8Array, name: string): ZipEntry | undefined {
  if (!isZip(bytes)) return undefined;
  return listZip(bytes, MOST_FILES).entries.find(({ path }) => path === name);
}

function expand(entry: ZipEntry, limits: { maxBytes: number; maxRatio: number }): Uint8Array {
  const expanded = entry.isEncrypted ? undefined : expandEntry(entry, limits);
  if (expanded?.kind === 'beyond limit') {
    throw new Refusal(t('keras.tooLarge'));
  }
  if (expanded?.kind !== 'bytes' || !expanded.isWhole) throw new Refusal(t('keras.damaged'));
  return expanded.bytes;
}
