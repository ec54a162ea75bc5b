/** What a list of pieces says of a song, counted from its packed notes. */
import { countPitchedNotes, type PackedSong } from '../../music/packedSong';
import { beatsPerMinute, countBars, tickToSeconds } from '../../music/time';
import { createId } from '../shared/ids';
import type { Piece } from '../state';

export function describePiece(fileName: string, song: PackedSong, repairs: string[]): Piece {
  const end = endTick(song);
  return {
    id: createId(),
    title: song.title || nameWithoutEnding(fileName),
    fileName,
    notes: countPitchedNotes(song),
    bars: countBars(end, song.timeSignatures, song.ppq),
    seconds: tickToSeconds(end, song.tempos, song.ppq),
    tempo: beatsPerMinute(song),
    included: true,
    repairs,
    song,
  };
}

function endTick(song: PackedSong): number {
  let end = 0;
  for (const { notes } of song.tracks) {
    for (let at = 0; at < notes.length; at += 4) end = Math.max(end, notes[at] + notes[at + 1]);
  }
  return end;
}

/** `folder/Piece.mid` -> `Piece` */
function nameWithoutEnding(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/, '') || name;
}
