/** Who plays a piece, in a word: a melody, a piano, one other instrument, several, a band. */
import type { PackedSong } from '../packedSong';
import { isPiano, partsOf, type SongPart } from './parts';

export type Ensemble =
  /** One part whose notes follow one another. */
  | { kind: 'melody' }
  | { kind: 'piano'; hands: boolean; tracks: number }
  /** One other instrument. */
  | { kind: 'solo'; program: number }
  /** Several instruments; with drums they are a band, and the drums count as one. */
  | { kind: 'ensemble' | 'band'; instruments: number };

const NOTE_FIELDS = 4;
/** Maximum share of notes that begin while another one of a melody sounds. */
const MELODY_OVERLAPS = 0.05;
/** Overlap of two notes that are played legato, in quarter notes. */
const LEGATO = 1 / 8;

const known = new WeakMap<PackedSong, Ensemble>();

/** Counted once a song. */
export function ensembleOf(song: PackedSong): Ensemble {
  const ensemble = known.get(song) ?? countEnsemble(song);
  known.set(song, ensemble);
  return ensemble;
}

function countEnsemble(song: PackedSong): Ensemble {
  const parts = partsOf(song);
  const drums = song.tracks.some(({ isDrum, notes }) => isDrum && notes.length > 0);
  const instruments = new Set(parts.map(instrumentOf)).size;
  if (drums) return { kind: 'band', instruments: instruments + 1 };
  if (instruments > 1) return { kind: 'ensemble', instruments };
  if (parts.length === 1 && isMelody(parts[0], song)) return { kind: 'melody' };
  if (parts.length > 0 && !isPiano(parts[0])) return { kind: 'solo', program: parts[0].program };
  return { kind: 'piano', hands: parts.some(({ hand }) => hand), tracks: parts.length };
}

/** Pianos of all sorts are one instrument. */
function instrumentOf(part: SongPart): number {
  return isPiano(part) ? 0 : part.program;
}

function isMelody({ track, notes: count }: SongPart, { tracks, ppq }: PackedSong): boolean {
  const { notes } = tracks[track];
  let overlaps = 0;
  let end = -Infinity;
  let onset = -Infinity;
  for (let at = 0; at < notes.length; at += NOTE_FIELDS) {
    if (notes[at] === onset || notes[at] < end - LEGATO * ppq) overlaps++;
    onset = notes[at];
    end = Math.max(end, notes[at] + notes[at + 1]);
  }
  return overlaps <= MELODY_OVERLAPS * count;
}
