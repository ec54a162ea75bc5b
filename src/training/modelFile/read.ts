/** Reader of `.etude` files; checks everything before use. */
import * as v from 'valibot';
import { crc32 } from '../../files/crc32';
import { expandEntry, isZip, listZip, type ZipEntry } from '../../files/zip';
import { type PresetId, presets } from '../../model/preset';
import { isFiniteWeight } from '../../model/weightValues';
import { t } from '../../texts/t';
import type { Checkpoint } from '../checkpoint';
import { columnsOf, isKnownEncoding, shapesOf, upgraded } from '../formVersions';
import { compactBytes, readCompact } from './compactBinary';
import {
  body,
  FORMAT,
  FORMAT_VERSION,
  header,
  kind,
  MANIFEST_NAME,
  type Manifest,
  type ManifestKind,
  type TensorRow,
  WEIGHTS_NAME,
} from './manifest';
import { binaryBytes, type ModelNumbers, readBinary, sizeOf } from './weightsBinary';

export interface SavedModel {
  checkpoint: Checkpoint;
  /** Training and validation pieces; unknown titles are empty. */
  pieces: { id: string; title: string }[];
  /** ISO 8601. */
  saved: string;
}

export type ModelResult = { ok: true; model: SavedModel } | { ok: false; reason: string };

/** Names and shapes of the weights of the preset's network. */
export type ExpectedTensors = (preset: PresetId) => readonly TensorRow[];

const MOST_FILES = 16;
/** Stops at the first fault: a hostile file may hold millions. */
const FIRST_ISSUE = { abortEarly: true };
const MANIFEST_LIMITS = { maxBytes: 2 ** 25, maxRatio: 1000 };

/** Whether the bytes are a zip with a manifest of ours, valid or not. */
export function isModelFile(bytes: Uint8Array): boolean {
  const entry = findEntry(bytes, MANIFEST_NAME);
  const manifest = entry && expandText(entry);
  return manifest?.includes(`"${FORMAT}"`) ?? false;
}

/** Never throws for the content of the file. */
export async function readModelFile(
  bytes: Uint8Array,
  expected: ExpectedTensors,
): Promise<ModelResult> {
  try {
    return { ok: true, model: await read(bytes, expected) };
  } catch (error) {
    if (error instanceof Sentence) return { ok: false, reason: error.message };
    return { ok: false, reason: t('models.fileDamaged') };
  }
}

/** A refusal as the person reads it. */
class Sentence extends Error {}

async function read(bytes: Uint8Array, expected: ExpectedTensors): Promise<SavedModel> {
  const manifest = readManifest(findEntry(bytes, MANIFEST_NAME));
  refuseForeign(manifest);
  refuseOtherShapes(manifest, expected);
  const numbers = readNumbers(findEntry(bytes, WEIGHTS_NAME), manifest);
  const { preset, encoding, settings, step, epoch, epochSum, history, best } = manifest;
  const { learnt, manner, forms, lineage } = manifest;
  return {
    checkpoint: upgraded({
      preset,
      encoding: { id: encoding.id, version: encoding.version },
      settings,
      weights: numbers.weights,
      best: best && numbers.best && { ...best, weights: numbers.best },
      optimizer: { step: manifest.optimizerStep, moments: numbers.moments },
      step,
      epoch,
      epochSum,
      history,
      trainedOn: {
        training: learnt.training.map(({ id }) => id),
        validation: learnt.validation.map(({ id }) => id),
      },
      typicalMeter: manner,
      forms,
      lineage,
    }),
    pieces: [...learnt.training, ...learnt.validation],
    saved: manifest.saved,
  };
}

function readManifest(entry: ZipEntry | undefined): Manifest {
  const manifest = entry && expandText(entry);
  if (manifest === undefined) throw new Sentence(t('models.fileDamaged'));
  const data: unknown = JSON.parse(manifest);
  const { version, ...first } = v.parse(header, data, FIRST_ISSUE);
  if (version > FORMAT_VERSION) {
    throw new Sentence(t('models.fileNewer'));
  }
  const about = v.safeParse(kind, data, FIRST_ISSUE);
  if (!about.success) {
    throw new Sentence(t('models.fileUnknownPreset'));
  }
  return { ...first, version, ...about.output, ...v.parse(body, data, FIRST_ISSUE) };
}

function refuseForeign({ preset, encoding }: ManifestKind): void {
  const ours = columnsOf(encoding);
  const isOurs =
    encoding.id === presets[preset].encoding &&
    isKnownEncoding(encoding) &&
    encoding.columns.length === ours.length &&
    ours.every(({ name, classes }, i) => {
      const theirs = encoding.columns[i];
      return theirs.name === name && theirs.classes === classes;
    });
  if (isOurs) return;
  throw new Sentence(t('models.fileForeign'));
}

function refuseOtherShapes(
  { preset, encoding, tensors }: Manifest,
  expected: ExpectedTensors,
): void {
  const ours = shapesOf(encoding, expected(preset));
  const fits =
    ours.length === tensors.length &&
    ours.every(({ name, shape }, i) => {
      return tensors[i].name === name && tensors[i].shape.join() === shape.join();
    });
  if (fits) return;
  throw new Sentence(t('models.fileOtherShapes'));
}

function readNumbers(entry: ZipEntry | undefined, manifest: Manifest): ModelNumbers {
  const { tensors, best, weights } = manifest;
  // The sizes are those of our own network at this point, which limits what is unpacked.
  const isCompact = weights.numbers !== undefined;
  const wanted = isCompact ? compactBytes(tensors) : binaryBytes(tensors, best !== undefined);
  const expanded = entry && expandEntry(entry, { maxBytes: wanted, maxRatio: Infinity });
  if (expanded?.kind === 'beyond limit') {
    throw new Sentence(t('models.fileTooLarge'));
  }
  const bytes = expanded?.kind === 'bytes' && expanded.isWhole ? expanded.bytes : undefined;
  const isAsSaved = bytes?.length === weights.bytes && crc32(bytes) === weights.crc32;
  const read = isCompact ? readCompactNumbers : readBinary;
  const numbers = isAsSaved ? read(bytes, tensors, best !== undefined) : undefined;
  if (!numbers) throw new Sentence(t('models.fileAltered'));
  const areNumbers =
    [...numbers.weights, ...(numbers.best ?? [])].every(isFiniteWeight) &&
    numbers.moments.every(({ mean, square }) =>
      [mean, square].every((values) => isFiniteWeight({ name: '', shape: [], values })),
    );
  if (areNumbers) return numbers;
  throw new Sentence(t('models.fileNotNumbers'));
}

/** Weights without an optimizer: its means start anew. */
function readCompactNumbers(
  bytes: Uint8Array,
  tensors: readonly TensorRow[],
): ModelNumbers | undefined {
  const weights = readCompact(bytes, tensors);
  const empty = ({ shape }: TensorRow): Float32Array<ArrayBuffer> =>
    new Float32Array(sizeOf(shape));
  return (
    weights && {
      weights,
      moments: tensors.map((row) => ({ mean: empty(row), square: empty(row) })),
    }
  );
}

function findEntry(bytes: Uint8Array, name: string): ZipEntry | undefined {
  if (!isZip(bytes)) return undefined;
  return listZip(bytes, MOST_FILES).entries.find(({ path }) => path === name);
}

function expandText(entry: ZipEntry): string | undefined {
  if (entry.isEncrypted) return undefined;
  const expanded = expandEntry(entry, MANIFEST_LIMITS);
  return expanded.kind === 'bytes' ? new TextDecoder().decode(expanded.bytes) : undefined;
}
