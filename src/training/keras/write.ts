/**
 * Writer of `.keras` files, which `keras.models.load_model` opens without any code of ours: a zip of
 * `metadata.json`, `config.json` and `model.weights.h5`. Two more parts are for Etude, and Keras
 * passes over them: `etude.json` with what a Keras model does not hold, and the best weights.
 */

import { strToU8, zipSync } from 'fflate';
import { presets } from '../../model/preset';
import { weightShapes } from '../../model/weightShapes';
import type { NamedWeight } from '../../model/weightValues';
import type { Checkpoint } from '../checkpoint';
import { upgraded } from '../formVersions';
import { manifestAbout, type Provenance } from '../modelFile/write';
import { kerasConfig } from './config';
import {
  BEST_WEIGHTS_NAME,
  CONFIG_NAME,
  ETUDE_NAME,
  KERAS_WEIGHTS_NAME,
  METADATA_NAME,
} from './parts';
import { writeWeightsFile } from './weightsFile';

/** Version of Keras whose files these are like. */
const KERAS_VERSION = '3.15.1';

export function writeKerasFile(given: Checkpoint, provenance: Provenance): Uint8Array<ArrayBuffer> {
  const checkpoint = upgraded(given);
  const { settings, weights, best, optimizer } = checkpoint;
  const preset = presets[checkpoint.preset];
  const moment = (part: 'mean' | 'square'): NamedWeight[] =>
    weightShapes(preset).map((row, i) => ({ ...row, values: optimizer.moments[i][part] }));
  const adam = {
    step: optimizer.step,
    learningRate: settings.learningRate,
    means: moment('mean'),
    squares: moment('square'),
  };
  // Floats hardly compress.
  const stored = { level: 0 } as const;
  return zipSync({
    [METADATA_NAME]: json({ keras_version: KERAS_VERSION, date_saved: date(provenance.saved) }),
    [CONFIG_NAME]: json(kerasConfig(preset, settings)),
    [KERAS_WEIGHTS_NAME]: [writeWeightsFile(preset, weights, adam), stored],
    [ETUDE_NAME]: json(manifestAbout(checkpoint, provenance)),
    ...(best && { [BEST_WEIGHTS_NAME]: [writeWeightsFile(preset, best.weights), stored] }),
  });
}

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}

/** As Keras writes it: `2026-11-26@20:01:00`. */
function date(saved: Date): string {
  return saved.toISOString().slice(0, 19).replace('T', '@');
}
