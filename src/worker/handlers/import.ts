/** Job "import": dropped files to songs, or the reason why not. */
import { intake, type SourceFile } from '../../music/midi/intake';
import { countPitchedNotes, packSong } from '../../music/packedSong';
import type { Handler } from '../protocol';

export const importFiles: Handler<'import'> = async function* ({ files }, { signal }) {
  let pieces = 0;
  let rejected = 0;
  let current = files[0]?.name ?? '';
  for await (const event of intake(files.map(sourceFile), signal)) {
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
        yield { kind: 'piece', fileName: event.file.path, song, mended: event.mended };
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

function sourceFile(file: File): SourceFile {
  return {
    name: file.name,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
