/** Converts a source file's song to ours: the same notes, with tidied metadata. */

import { packSong } from '../src/music/packedSong';
import {
  type KeySignature,
  type Note,
  pitchedNotes,
  type Song,
  songEndTick,
  type Track,
} from '../src/music/song';
import { countBars } from '../src/music/time';
import { predominantMeter, typicalTempo } from '../src/music/typical';
import type { LibraryPiece } from './libraryPieces';

const PIANO_PROGRAM = 0;
const HANDS = ['Right hand', 'Left hand'] as const;

/** Entry of the app's library list; `public/library/index.json` has ten. */
export interface LibraryEntry {
  /** File name beside the index. */
  file: string;
  title: string;
  composer: string;
  year: number;
  /** Opening key in words: `A-flat major`. */
  key: string;
  /** Opening time signature: `2/4`. */
  timeSignature: string;
  /** Opening tempo, quarter notes per minute, rounded. */
  tempo: number;
  notes: number;
  bars: number;
  /** Size of the file, bytes. */
  bytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
}

function meanPitch(notes: readonly Note[]): number {
  return notes.reduce((sum, { pitch }) => sum + pitch, 0) / notes.length;
}

/** Drops duplicates: both tracks of the sources state the key signatures. */
function withoutRepeats(signatures: readonly KeySignature[]): KeySignature[] {
  return signatures.filter((signature, i) => {
    const before = signatures[i - 1];
    return before?.fifths !== signature.fifths || before.mode !== signature.mode;
  });
}

/**
 * The piece as shipped: the source's notes, pedal, tempos and signatures, with the table's
 * corrections; the hands as two named piano tracks.
 * @throws Error unless the source has exactly two parts, the upper first
 */
export function cleanSong(source: Song, piece: LibraryPiece): Song {
  const parts = source.tracks.filter(({ notes }) => notes.length > 0);
  if (parts.length !== 2 || meanPitch(parts[0].notes) <= meanPitch(parts[1].notes)) {
    throw new Error(`${piece.source} does not hold a right hand and then a left hand.`);
  }
  const tracks = parts.map(
    ({ notes, pedal }, i): Track => ({
      name: HANDS[i],
      channel: i,
      program: PIANO_PROGRAM,
      isDrum: false,
      notes,
      pedal,
    }),
  );
  const { keySignatures, tempo } = piece.corrections ?? {};
  return {
    title: piece.title,
    ppq: source.ppq,
    tempos:
      tempo === undefined
        ? source.tempos
        : [{ tick: 0, microsecondsPerQuarter: Math.round(60e6 / tempo) }],
    // A signature after the last note has no effect.
    timeSignatures: source.timeSignatures.filter(({ tick }) => tick < songEndTick(source)),
    keySignatures: keySignatures ?? withoutRepeats(source.keySignatures),
    tracks,
  };
}

const MAJOR_KEYS = 'C-flat G-flat D-flat A-flat E-flat B-flat F C G D A E B F-sharp C-sharp';
const MINOR_KEYS = 'A-flat E-flat B-flat F C G D A E B F-sharp C-sharp G-sharp D-sharp A-sharp';

/** A key signature in words: `A-flat major`. */
export function keyName({ fifths, mode }: Omit<KeySignature, 'tick'>): string {
  const names = (mode === 'major' ? MAJOR_KEYS : MINOR_KEYS).split(' ');
  return `${names[fifths + 7]} ${mode}`;
}

/** Entry for `song`, whose file `file` has `bytes` bytes and the given SHA-256. */
export function describeSong(
  song: Song,
  piece: LibraryPiece,
  written: Pick<LibraryEntry, 'file' | 'bytes' | 'sha256'>,
): LibraryEntry {
  const packed = packSong(song);
  const meter = predominantMeter([packed]);
  return {
    file: written.file,
    title: song.title,
    composer: piece.composer,
    year: piece.year,
    key: keyName(song.keySignatures[0]),
    timeSignature: `${meter.numerator}/${meter.denominator}`,
    tempo: Math.round(60e6 / typicalTempo(packed)),
    notes: pitchedNotes(song).length,
    bars: countBars(songEndTick(song), song.timeSignatures, song.ppq),
    bytes: written.bytes,
    sha256: written.sha256,
  };
}
