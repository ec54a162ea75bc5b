/** What a list of pieces says of a song, counted from its packed notes. */

import { countLearnableNotes } from '../../music/learnable';
import { countPitchedNotes, packedEndTick } from '../../music/packedSong';
import { countBars, tickToSeconds } from '../../music/time';
import { typicalTempo } from '../../music/typical';
import { createId } from '../shared/ids';
import type { Piece } from './libraryState';

type Read = Pick<Piece, 'fileName' | 'title' | 'song' | 'repairs'>;

export function describePiece({ fileName, title, song, repairs }: Read): Piece {
  const end = packedEndTick(song);
  return {
    id: createId(),
    title,
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
