/** Job "import": dropped files to songs or models, or the reason why not. */
import { intake, type SourceFile } from '../../files/intake';
import { INTAKE_LIMITS } from '../../files/intakeEvent';
import { countPitchedNotes, packSong } from '../../music/packedSong';
import { isModelFile } from '../../training/modelFile/read';
import type { Handler, ImportProgress } from '../protocol';

export const importFiles: Handler<'import'> = async function* ({ files }, { signal }) {
  let pieces = 0;
  let rejected = 0;
  let current = files[0]?.name ?? '';
  const { models, others } = await sort(files);
  for (const file of models) {
    const event = await openModel(file);
    if (event.kind === 'rejected') rejected++;
    yield event;
  }
  for await (const event of intake(others.map(sourceFile), signal)) {
    switch (event.kind) {
      case 'progress':
        yield { kind: 'counted', done: event.done, total: event.total, current };
        break;
      case 'song': {
        current = event.file.name;
        const song = packSong(event.song);
        if (countPitchedNotes(song) === 0) {
          rejected++;
          yield { kind: 'rejected', fileName: event.file.path, reason: ONLY_PERCUSSION };
          break;
        }
        pieces++;
        yield { kind: 'piece', fileName: event.file.path, song, repairs: event.repairs };
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

const ONLY_PERCUSSION = 'It holds only percussion (channel 10), which training leaves out.';

/** Models apart from what may be music: by their bytes, whatever the files are called. */
async function sort(files: readonly File[]): Promise<{ models: File[]; others: File[] }> {
  const [models, others]: [File[], File[]] = [[], []];
  // One after the other: all zips of a drop at once may be more than the memory holds.
  for (const file of files) ((await isModel(file)) ? models : others).push(file);
  return { models, others };
}

const ZIP_SIGNATURE = 'PK';

async function isModel(file: File): Promise<boolean> {
  try {
    // Only a zip can be one: the others are not read twice.
    const start = await file.slice(0, ZIP_SIGNATURE.length).text();
    if (start !== ZIP_SIGNATURE || file.size > INTAKE_LIMITS.maxZipBytes) return false;
    return isModelFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // What cannot be opened is told of by the intake.
    return false;
  }
}

async function openModel(file: File): Promise<ImportProgress> {
  const fileName = file.name;
  const { readModel } = await import('../readModel');
  const result = await readModel(new Uint8Array(await file.arrayBuffer()));
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
