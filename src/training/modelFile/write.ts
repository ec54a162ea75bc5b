/** Writer of `.etude` files: a zip of a manifest and the weights. */
import { strToU8, type ZipOptions, zipSync } from 'fflate';
import { crc32 } from '../../files/crc32';
import { encodings } from '../../music/encoding';
import type { Checkpoint } from '../checkpoint';
import { stepOf, writeCompact } from './compactBinary';
import {
  FORMAT,
  FORMAT_VERSION,
  LONG_TEXT,
  MANIFEST_NAME,
  type Manifest,
  type ManifestAbout,
  WEIGHTS_NAME,
  WHOLE_VERSION,
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
  provenance: Provenance,
): Uint8Array<ArrayBuffer> {
  const binary = writeBinary(checkpoint);
  const manifest = manifestOf(checkpoint, provenance, {
    version: WHOLE_VERSION,
    tensors: checkpoint.weights.map(({ name, shape }) => ({ name, shape })),
    weights: { bytes: binary.length, crc32: crc32(binary) },
  });
  // Floats hardly compress.
  return pack(manifest, [binary, { level: 0 }]);
}

/**
 * A smaller file with the best weights alone, in 16 bits, for composing and for runs that start from
 * it. `steps`: see `compactBinary.ts`.
 */
export function writeCompactModelFile(
  checkpoint: Checkpoint,
  provenance: Provenance,
  steps?: number,
): Uint8Array<ArrayBuffer> {
  const { best, optimizer } = checkpoint;
  const weights = best?.weights ?? checkpoint.weights;
  const stepSizes = weights.map(({ values }) => stepOf(values, steps));
  const binary = writeCompact(weights, stepSizes);
  const alone = { ...checkpoint, best: undefined, optimizer: { ...optimizer, step: 0 } };
  const manifest = manifestOf(alone, provenance, {
    version: FORMAT_VERSION,
    tensors: weights.map(({ name, shape }, i) => ({ name, shape, step: stepSizes[i] })),
    weights: { bytes: binary.length, crc32: crc32(binary), numbers: 'int16' },
  });
  return pack(manifest, [binary, { level: 9 }]);
}

function pack(
  manifest: Manifest,
  weights: [Uint8Array<ArrayBuffer>, ZipOptions],
): Uint8Array<ArrayBuffer> {
  return zipSync({
    [MANIFEST_NAME]: strToU8(JSON.stringify(manifest, null, 2)),
    [WEIGHTS_NAME]: weights,
  });
}

function manifestOf(
  checkpoint: Checkpoint,
  provenance: Provenance,
  numbers: Pick<Manifest, 'version' | 'tensors' | 'weights'>,
): Manifest {
  return { format: FORMAT, ...manifestAbout(checkpoint, provenance), ...numbers };
}

/** Everything about a checkpoint except its numbers. */
export function manifestAbout(
  checkpoint: Checkpoint,
  { version, saved, titleOf }: Provenance,
): ManifestAbout {
  const { preset, encoding, settings, step, epoch, epochSum, history, best } = checkpoint;
  const { trainedOn, typicalMeter, forms, lineage } = checkpoint;
  const titled = (ids: readonly string[]): { id: string; title: string }[] =>
    ids.map((id) => ({ id, title: (titleOf(id) ?? '').slice(0, LONG_TEXT) }));
  return {
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
  };
}
