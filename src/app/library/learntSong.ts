/** What is learnt of a piece: all of it, or the tracks that were chosen. */
import type { TrainingPiece } from '../../model/composing/contract';
import type { PackedSong } from '../../music/packedSong';
import { withTracks } from '../../music/parts/chosenTracks';
import type { Piece } from './libraryState';

export function learntSong({ song, learnFrom }: Pick<Piece, 'song' | 'learnFrom'>): PackedSong {
  return withTracks(song, learnFrom);
}

/** The piece as training, statistics and the search for copies see it. */
export function learntPiece(piece: Piece): TrainingPiece {
  return { id: piece.id, title: piece.title, song: learntSong(piece) };
}
