/** What a list of pieces says of a song, counted from its packed notes. */

import { countLearnableNotes } from '../../music/learnable';
import { countPitchedNotes, type PackedSong, packedEndTick } from '../../music/packedSong';
import { countBars, tickToSeconds } from '../../music/time';
import { typicalTempo } from '../../music/typical';
import { createId } from '../shared/ids';
import type { Piece } from './libraryState';
import { titleOf } from './titles';

export function describePiece(fileName: string, song: PackedSong, repairs: string[]): Piece {
  const end = packedEndTick(song);
  return {
    id: createId(),
    title: titleOf(song.title, fileName),
    fileName,
    notes: countPitchedNotes(song),
    learnable: countLearnableNotes(song),
    bars: countBars(end, song.timeSignatures, song.ppq),
    seconds: tickToSeconds(end, song.tempos, song.ppq),
    tempo: 60e6 / typicalTempo(song),
    included: true,
    repairs,
    song,
  };
}
