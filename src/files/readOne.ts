/** Reads the bytes of one file into the events of the intake. */

import { type ReadResult, readMidi } from '../music/midi/read';
import { type ScoreKind, scoreKind } from '../music/score/reading/scoreText';
import { t } from '../texts/t';
import type { FileLabel, IntakeOutcome } from './intakeEvent';

/** Reads one MIDI file or score; `remark` is added to the reader's repairs. */
export async function readOne(
  file: FileLabel,
  bytes: Uint8Array,
  remark: string | null,
): Promise<IntakeOutcome[]> {
  const result = await readSafely(bytes);
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
async function readSafely(bytes: Uint8Array): Promise<ReadResult> {
  try {
    const kind = scoreKind(bytes);
    return kind === undefined ? readMidi(bytes) : (await scoreReader(kind))(bytes);
  } catch (error) {
    if (error instanceof NoScoreReader) return { ok: false, reason: t('scores.noReader') };
    return { ok: false, reason: t('files.outOfMemory') };
  }
}

class NoScoreReader extends Error {}

/** The parser of a kind of scores loads with the first one. */
async function scoreReader(kind: ScoreKind): Promise<(bytes: Uint8Array) => ReadResult> {
  try {
    if (kind === 'abc') return (await import('../music/score/reading/abc/readAbc')).readAbc;
    return (await import('../music/score/reading/readScore')).readScore;
  } catch {
    throw new NoScoreReader();
  }
}
