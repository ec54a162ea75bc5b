/** The parts of a piece that can be learnt by themselves: its pitched tracks, and who plays them. */
import type { PackedSong, PackedTrack } from '../packedSong';

export type Hand = 'right' | 'left';

export interface SongPart {
  /** Index in the song's tracks. */
  track: number;
  /** As written in the file, or an empty string. */
  name: string;
  /** General MIDI program, 0..127. */
  program: number;
  notes: number;
  /** Present where the song's piano has just two tracks, one for each hand. */
  hand?: Hand;
}

const NOTE_FIELDS = 4;
const PITCH = 2;
/** General MIDI programs of the family "Piano": 0 up to this one. */
const LAST_PIANO = 7;
/** Semitones by which mean pitches of two hands differ at least. */
const HANDS_APART = 5;

const NAMES: readonly (readonly [Hand, RegExp])[] = [
  ['right', /\b(right|r\.?h|m\.?d|upper|treble|rechts?|rechte|oben|droite|derecha|destra)\b/i],
  ['left', /\b(left|l\.?h|m\.?[gsi]|lower|bass|links?|linke|unten|gauche|izquierda|sinistra)\b/i],
];

export function isPiano({ program }: Pick<SongPart, 'program'>): boolean {
  return program <= LAST_PIANO;
}

/** The pitched tracks that hold notes, in the file's order. */
export function partsOf({ tracks }: PackedSong): SongPart[] {
  const parts = tracks.flatMap(({ name, program, isDrum, notes }, track): SongPart[] =>
    isDrum || notes.length === 0
      ? []
      : [{ track, name: name.trim(), program, notes: notes.length / NOTE_FIELDS }],
  );
  const piano = parts.filter(isPiano);
  const hands = piano.length === 2 ? handsOf(piano, tracks) : undefined;
  return hands ? parts.map((part) => ({ ...part, ...hands.get(part.track) })) : parts;
}

/** Which track is which hand: by their names, or else the higher one is the right hand. */
function handsOf(
  piano: readonly SongPart[],
  tracks: readonly PackedTrack[],
): Map<number, { hand: Hand }> | undefined {
  const [a, b] = piano;
  const named = piano.map(({ name }) => handNamed(name));
  const right =
    named[0] && named[0] !== named[1]
      ? named[0] === 'right'
      : named[1] && named[0] !== named[1]
        ? named[1] === 'left'
        : undefined;
  const apart = meanPitch(tracks[a.track]) - meanPitch(tracks[b.track]);
  // Two pianos, or four hands, play in the same range.
  const isOnePiano = a.program === b.program && Math.abs(apart) >= HANDS_APART;
  if (right === undefined && !isOnePiano) return undefined;
  const isRightFirst = right ?? apart > 0;
  return new Map([
    [a.track, { hand: isRightFirst ? 'right' : 'left' }],
    [b.track, { hand: isRightFirst ? 'left' : 'right' }],
  ]);
}

function handNamed(name: string): Hand | undefined {
  const found = NAMES.filter(([, words]) => words.test(name));
  return found.length === 1 ? found[0][0] : undefined;
}

function meanPitch({ notes }: PackedTrack): number {
  let sum = 0;
  for (let at = PITCH; at < notes.length; at += NOTE_FIELDS) sum += notes[at];
  return (sum * NOTE_FIELDS) / notes.length;
}
