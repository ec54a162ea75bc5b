/** The shown score: one source for the roll, the player and the download. */
import { unpackSong } from '../../music/packedSong';
import {
  type Note,
  pitchedNotes,
  type Song,
  type TempoChange,
  type TimeSignature,
} from '../../music/song';
import type { AppState, Piece, Shown, Take } from '../state';

export interface ShownScore {
  title: string;
  notes: readonly Note[];
  ppq: number;
  tempos: readonly TempoChange[];
  timeSignatures: readonly TimeSignature[];
  /** Present for a take. */
  take?: Take;
  /** Source of playback and download. */
  song: Song;
}

function ofPiece(piece: Piece): ShownScore {
  const song = { ...unpackSong(piece.song), title: piece.title };
  const { ppq, tempos, timeSignatures } = song;
  return {
    title: piece.title,
    notes: pitchedNotes(song),
    ppq,
    tempos,
    timeSignatures,
    song,
  };
}

/** The take as a song of one piano part. */
export function takeSong({ title, notes, ppq, tempos, timeSignatures }: Take): Song {
  const track = { name: 'Piano', channel: 0, program: 0, isDrum: false, notes, pedal: [] };
  return { title, ppq, tempos, timeSignatures, keySignatures: [], tracks: [track] };
}

function ofTake(take: Take): ShownScore {
  const { title, notes, ppq, tempos, timeSignatures } = take;
  return { title, notes, ppq, tempos, timeSignatures, take, song: takeSong(take) };
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
      return piece && ofPiece(piece);
    }
    case 'take': {
      const take = shownTake(state, shown.id);
      return take && ofTake(take);
    }
    default:
      return shown satisfies never;
  }
}
