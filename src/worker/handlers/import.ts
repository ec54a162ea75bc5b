/** Job "import": dropped files to songs or models, or the reason why not. */
import { isHdf5 } from '../../files/hdf5/contents';
import { intake, type SourceFile } from '../../files/intake';
import { INTAKE_LIMITS } from '../../files/intakeEvent';
import { creditsInName } from '../../music/credits/credits';
import { musicIdentity } from '../../music/identity';
import { countPitchedNotes, packSong } from '../../music/packedSong';
import { titleOf } from '../../music/titles/pieceTitle';
import { t } from '../../texts/t';
import { KERAS_WEIGHTS_NAME } from '../../training/keras/parts';
import { MANIFEST_NAME } from '../../training/modelFile/manifest';
import { isModelFile, type ModelResult } from '../../training/modelFile/read';
import type { Handler, ImportProgress } from '../protocol';

export const importFiles: Handler<'import'> = async function* ({ files }, { signal }) {
  let pieces = 0;
  let rejected = 0;
  let current = files[0]?.name ?? '';
  const others: File[] = [];
  // One after the other: all files of a drop at once may be more than the memory holds.
  for (const file of files) {
    const model = await readIfModel(file);
    if (!model) {
      others.push(file);
      continue;
    }
    const event = await openModel(file.name, model);
    if (event.kind === 'rejected') rejected++;
    yield event;
  }
  for await (const event of intake(others.map(sourceFile), signal)) {
    switch (event.kind) {
      case 'progress':
        yield { kind: 'progress', done: event.done, total: event.total, current };
        break;
      case 'song': {
        current = event.file.name;
        // What the file says goes before what it is called.
        const song = packSong({ ...creditsInName(event.file.path), ...event.song });
        if (countPitchedNotes(song) === 0) {
          rejected++;
          const reason = t('files.onlyPercussion');
          yield { kind: 'rejected', fileName: event.file.path, reason };
          break;
        }
        pieces++;
        // Here, and not in the page: hashing thousands of songs takes seconds.
        const identity = musicIdentity(song);
        const { repairs } = event;
        const fileName = event.file.path;
        const title = titleOf(song.title, fileName);
        yield { kind: 'song', fileName, title, song, identity, repairs };
        break;
      }
      case 'rejected':
        current = event.file.name;
        rejected++;
        yield { kind: 'rejected', fileName: event.file.path, reason: event.reason };
        break;
      default:
        event satisfies never;
    }
  }
  return { pieces, rejected };
};

const ZIP_SIGNATURE = 'PK';
/** Bytes at each end of a zip that name its first and its last files. */
const ZIP_END = 65_536;

/** Reads a saved model, which its bytes have shown to be one. */
type OpenModel = () => Promise<ModelResult>;

/** How to open a file that is a saved model, by its bytes and whatever its name; else undefined. */
async function readIfModel(file: File): Promise<OpenModel | undefined> {
  try {
    // Collections can be large: only a zip that names a model's parts is read to its end here.
    const start = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    if (file.size > INTAKE_LIMITS.maxZipBytes) return undefined;
    if (isHdf5(start)) return kerasOpener(await bytesOf(file));
    if (String.fromCharCode(...start.subarray(0, ZIP_SIGNATURE.length)) !== ZIP_SIGNATURE) {
      return undefined;
    }
    const ends = (await file.slice(0, ZIP_END).text()) + (await file.slice(-ZIP_END).text());
    if (ends.includes(MANIFEST_NAME)) {
      const bytes = await bytesOf(file);
      if (isModelFile(bytes)) return etudeOpener(bytes);
    }
    return ends.includes(KERAS_WEIGHTS_NAME) ? kerasOpener(await bytesOf(file)) : undefined;
  } catch {
    // A file that cannot be opened is reported by the intake.
    return undefined;
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function etudeOpener(bytes: Uint8Array): OpenModel {
  return async () => (await import('../readModel')).readModel(bytes);
}

async function kerasOpener(bytes: Uint8Array): Promise<OpenModel | undefined> {
  const { isKerasFile, readKerasFile } = await import('../../training/keras/read');
  return isKerasFile(bytes) ? async () => readKerasFile(bytes) : undefined;
}

async function openModel(fileName: string, open: OpenModel): Promise<ImportProgress> {
  const result = await open();
  if (!result.ok) return { kind: 'rejected', fileName, reason: result.reason };
  return { kind: 'model', fileName, model: result.model };
}

function sourceFile(file: File): SourceFile {
  return {
    name: file.name,
    size: file.size,
    read: async (length) => new Uint8Array(await file.slice(0, length).arrayBuffer()),
  };
}
