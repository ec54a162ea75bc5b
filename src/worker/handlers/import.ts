/** Job "import": dropped files to songs or models, or the reason why not. */
import { intake, type SourceFile } from '../../files/intake';
import { INTAKE_LIMITS } from '../../files/intakeEvent';
import { countPitchedNotes, packSong } from '../../music/packedSong';
import { t } from '../../texts/t';
import { MANIFEST_NAME } from '../../training/modelFile/manifest';
import { isModelFile } from '../../training/modelFile/read';
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
        const song = packSong(event.song);
        if (countPitchedNotes(song) === 0) {
          rejected++;
          const reason = t('files.onlyPercussion');
          yield { kind: 'rejected', fileName: event.file.path, reason };
          break;
        }
        pieces++;
        yield { kind: 'song', fileName: event.file.path, song, repairs: event.repairs };
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

/** The whole file where it is a saved model, by its bytes and whatever its name; else undefined. */
async function readIfModel(file: File): Promise<Uint8Array | undefined> {
  try {
    // Collections can be large: only a zip that names a manifest is read to its end here.
    const start = await file.slice(0, ZIP_SIGNATURE.length).text();
    if (start !== ZIP_SIGNATURE || file.size > INTAKE_LIMITS.maxZipBytes) return undefined;
    const ends = (await file.slice(0, ZIP_END).text()) + (await file.slice(-ZIP_END).text());
    if (!ends.includes(MANIFEST_NAME)) return undefined;
    const bytes = new Uint8Array(await file.arrayBuffer());
    return isModelFile(bytes) ? bytes : undefined;
  } catch {
    // A file that cannot be opened is reported by the intake.
    return undefined;
  }
}

async function openModel(fileName: string, bytes: Uint8Array): Promise<ImportProgress> {
  const { readModel } = await import('../readModel');
  const result = await readModel(bytes);
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
