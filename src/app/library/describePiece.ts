/** What a list of pieces says of a song, counted from its packed notes. */
import { countPitchedNotes, type PackedSong, packedEndTick } from '../../music/packedSong';
import { countBars, tickToSeconds } from '../../music/time';
import { typicalTempo } from '../../music/typical';
import { createId } from '../shared/ids';
import type { Piece } from '../state';

export function describePiece(fileName: string, song: PackedSong, repairs: string[]): Piece {
  const end = packedEndTick(song);
  return {
    id: createId(),
    title: song.title || nameWithoutEnding(fileName),
    fileName,
    notes: countPitchedNotes(song),
    bars: countBars(end, song.timeSignatures, song.ppq),
    seconds: tickToSeconds(end, song.tempos, song.ppq),
    tempo: 60e6 / typicalTempo(song),
    included: true,
    repairs,
    song,
  };
}

/** `folder/Piece.mid` -> `Piece` */
function nameWithoutEnding(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/, '') || name;
}
