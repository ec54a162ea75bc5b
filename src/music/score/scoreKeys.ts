/** Key signatures of a score: those of the song, or one estimated from its notes. */
import { keyOf } from '../form/key';
import { type KeySignature, type Note, pitchedNotes, type Song } from '../song';

const MAJORS = 12;
/** Semitones from a minor tonic up to that of its relative major. */
const RELATIVE = 3;

/** Never empty; the first one holds from the start. */
export function scoreKeys(song: Song): KeySignature[] {
  const known = song.keySignatures.filter(({ fifths }) => Math.abs(fifths) <= 7);
  if (known.length === 0) return [estimatedKey(pitchedNotes(song))];
  return [{ ...known[0], tick: 0 }, ...known.slice(1)];
}

/** Sharps or flats of a key, 0 (C major) to 23 (B minor); E flat minor has flats. */
export function signatureOfKey(key: number): KeySignature {
  const mode = key < MAJORS ? 'major' : 'minor';
  const tonic = mode === 'major' ? key : key + RELATIVE;
  const fifths = ((tonic * 7 + 5) % MAJORS) - 5;
  return { tick: 0, fifths: mode === 'minor' && fifths === 6 ? -6 : fifths, mode };
}

/** The key by the sounding time of each pitch class; C major without any. */
function estimatedKey(notes: readonly Note[]): KeySignature {
  const weights = new Array<number>(MAJORS).fill(0);
  for (const { pitch, duration } of notes) weights[pitch % MAJORS] += duration;
  return signatureOfKey(keyOf(weights) ?? 0);
}
