/** Writer of `.etude` files: a zip of a manifest and the weights. */
import { strToU8, zipSync } from 'fflate';
import { crc32 } from '../../files/crc32';
import { encodings } from '../../music/encoding';
import type { Checkpoint } from '../checkpoint';
import {
  FORMAT,
  FORMAT_VERSION,
  LONG_TEXT,
  MANIFEST_NAME,
  type Manifest,
  WEIGHTS_NAME,
} from './manifest';
import { writeBinary } from './weightsBinary';

export interface Provenance {
  /** Version of the app. */
  version: string;
  saved: Date;
  /** The title of a training piece, if known. */
  titleOf(id: string): string | undefined;
}

export function writeModelFile(
  checkpoint: Checkpoint,
  { version, saved, titleOf }: Provenance,
): Uint8Array<ArrayBuffer> {
  const binary = writeBinary(checkpoint);
  const { preset, encoding, settings, step, epoch, epochSum, history, best } = checkpoint;
  const { trainedOn, typicalMeter, forms, lineage } = checkpoint;
  const titled = (ids: readonly string[]): { id: string; title: string }[] =>
    ids.map((id) => ({ id, title: (titleOf(id) ?? '').slice(0, LONG_TEXT) }));
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    application: { name: 'Etude', version },
    saved: saved.toISOString(),
    preset,
    encoding: {
      ...encoding,
      columns: encodings[encoding.id].columns.map(({ name, classes }) => ({ name, classes })),
    },
    settings,
    step,
    epoch,
    epochSum,
    history,
    best: best && { epoch: best.epoch, validationLoss: best.validationLoss },
    learnt: { training: titled(trainedOn.training), validation: titled(trainedOn.validation) },
    manner: typicalMeter,
    forms,
    lineage,
    optimizerStep: checkpoint.optimizer.step,
    tensors: checkpoint.weights.map(({ name, shape }) => ({ name, shape })),
    weights: { bytes: binary.length, crc32: crc32(binary) },
  };
  // Floats hardly compress.
  return zipSync({
    [MANIFEST_NAME]: strToU8(JSON.stringify(manifest, null, 2)),
    [WEIGHTS_NAME]: [binary, { level: 0 }],
  });
}
