/** The shown score: one source for the roll, the player and the download. */
import { unpackSong } from '../../music/packedSong';
import { applyPedal } from '../../music/pedal';
import { scoreKeys, signatureOfKey } from '../../music/score/scoreKeys';
import {
  compareNotes,
  type KeySignature,
  type Note,
  type Song,
  type TempoChange,
  type TimeSignature,
} from '../../music/song';
import { barLineBefore } from '../../music/time';
import type { Take } from '../compose/take';
import type { Piece } from '../library/libraryState';
import type { AppState } from '../state';
import type { Shown } from './playbackState';

export interface ShownScore {
  title: string;
  notes: readonly Note[];
  /** Lengths of the notes with the damper pedal, in ticks. Absent where it lengthens none. */
  ringing?: readonly number[];
  /** Whether each note is left out of what is learnt. Absent where all are learnt. */
  leftOut?: readonly boolean[];
  /** Of the piece or the take. */
  id: string;
  ppq: number;
  tempos: readonly TempoChange[];
  timeSignatures: readonly TimeSignature[];
  /** Written, asked for, or estimated from the notes. */
  keys: readonly KeySignature[];
  /** Present for a take. */
  take?: Take;
  /** Source of playback and download. */
  song: Song;
}

export function scoreOfPiece(piece: Piece): ShownScore {
  const song = { ...unpackSong(piece.song), title: piece.title };
  const { ppq, tempos, timeSignatures } = song;
  return {
    title: piece.title,
    id: piece.id,
    ...ringingNotes(song, piece.learnFrom),
    ppq,
    tempos,
    timeSignatures,
    keys: scoreKeys(song),
    song,
  };
}

/** The pitched notes as written, in order, and how long they ring. */
function ringingNotes(
  song: Song,
  learnFrom: Piece['learnFrom'],
): Pick<ShownScore, 'notes' | 'ringing' | 'leftOut'> {
  const rings: { note: Note; ring: number; leftOut: boolean }[] = [];
  for (const [track, { notes, pedal, isDrum }] of song.tracks.entries()) {
    if (isDrum) continue;
    const leftOut = learnFrom !== undefined && !learnFrom.includes(track);
    applyPedal(notes, pedal, song).forEach(({ duration }, i) => {
      rings.push({ note: notes[i], ring: duration, leftOut });
    });
  }
  rings.sort((a, b) => compareNotes(a.note, b.note));
  const isRinging = rings.some(({ note, ring }) => ring > note.duration);
  return {
    notes: rings.map(({ note }) => note),
    ringing: isRinging ? rings.map(({ ring }) => ring) : undefined,
    leftOut: rings.some(({ leftOut }) => leftOut) ? rings.map((each) => each.leftOut) : undefined,
  };
}

/** The bar line before the first note, where playback begins. */
export function musicStart({
  notes,
  timeSignatures,
  ppq,
}: Pick<ShownScore, 'notes' | 'timeSignatures' | 'ppq'>): number {
  return barLineBefore(notes[0]?.tick ?? 0, timeSignatures, ppq);
}

/** The key that was asked for, or else the one that the notes are in. */
export function takeKeys(take: Pick<Take, 'form'>, song: Song): readonly KeySignature[] {
  const key = take.form?.key;
  return key === undefined ? scoreKeys(song) : [signatureOfKey(key)];
}

/** The take as a song of one piano part. */
export function takeSong({ title, notes, ppq, tempos, timeSignatures }: Take): Song {
  const track = { name: 'Piano', channel: 0, program: 0, isDrum: false, notes, pedal: [] };
  return { title, ppq, tempos, timeSignatures, keySignatures: [], tracks: [track] };
}

function ofTake(take: Take): ShownScore {
  const { title, notes, ppq, tempos, timeSignatures } = take;
  const song = takeSong(take);
  const keys = takeKeys(take, song);
  return { title, id: take.id, notes, ppq, tempos, timeSignatures, keys, take, song };
}

/** The take of this id: composed here, made by a run, or from the address. */
export function shownTake({ takes, snippets, linked }: AppState, id: string): Take | undefined {
  if (linked?.id === id) return linked;
  return [...takes, ...snippets].find((take) => take.id === id);
}

/** The score that `shown` names; undefined for nothing and after its removal. */
export function shownScore(state: AppState, shown: Shown = state.shown): ShownScore | undefined {
  switch (shown.kind) {
    case 'nothing':
      return undefined;
    case 'piece': {
      const piece = state.pieces.find(({ id }) => id === shown.id);
      return piece && scoreOfPiece(piece);
    }
    case 'take': {
      const take = shownTake(state, shown.id);
      return take && ofTake(take);
    }
    default:
      return shown satisfies never;
  }
}
