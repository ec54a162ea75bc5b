/** Input of the player: the notes as they sound, and the tempo map. */

import { applyPedal } from '../music/pedal';
import { compareNotes, type Note, type Song, type TempoChange } from '../music/song';
import { barLineBefore } from '../music/time';

export interface Score {
  /** In any order; the player sorts a copy. */
  notes: readonly Note[];
  /** Ticks per quarter note. */
  ppq: number;
  /** Ordered by tick. */
  tempos: readonly TempoChange[];
  /** Where the music begins, in ticks: stop, replay, loop and sound files start here. Default: 0. */
  startTick?: number;
  /** End of the piece in ticks, where a loop turns. Default: the end of the last note. */
  endTick?: number;
}

/**
 * The song's parts but percussion, each with its own damper pedal, as one score, which begins with
 * the bar of the first note.
 */
export function scoreOfSong(song: Song): Score {
  const notes: Note[] = [];
  for (const track of song.tracks) {
    if (track.isDrum) continue;
    for (const note of applyPedal(track.notes, track.pedal, song)) notes.push(note);
  }
  notes.sort(compareNotes);
  const { ppq, tempos, timeSignatures } = song;
  return { notes, ppq, tempos, startTick: barLineBefore(notes[0]?.tick ?? 0, timeSignatures, ppq) };
}
