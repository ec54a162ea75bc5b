/** Reads the bytes of one file into the events of the intake. */

import { type ReadResult, readMidi } from '../music/midi/read';
import { t } from '../texts/t';
import type { FileLabel, IntakeOutcome } from './intakeEvent';

/** Reads one MIDI file; `remark` is added to the reader's repairs. */
export function readOne(
  file: FileLabel,
  bytes: Uint8Array,
  remark: string | null,
): IntakeOutcome[] {
  const result = readSafely(bytes);
  if (!result.ok) {
    const reason = remark === null ? result.reason : `${result.reason} ${remark}`;
    return [{ kind: 'rejected', file, reason }];
  }
  const { songs } = result;
  const repairs = remark === null ? result.repairs : [remark, ...result.repairs];
  return songs.map((song, index) => {
    return { kind: 'song', file, song, index, count: songs.length, repairs, bytes };
  });
}

/** Catches every error, out of memory included: one file must not stop the others. */
function readSafely(bytes: Uint8Array): ReadResult {
  try {
    return readMidi(bytes);
  } catch {
    return { ok: false, reason: t('files.outOfMemory') };
  }
}
