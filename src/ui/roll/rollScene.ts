/** What the roll shows, prepared once for drawing it many times. */
import type { NoteOdds } from '../../model/take';
import type { Note, TimeSignature } from '../../music/song';
import { BarGrid } from './barGrid';
import { NoteIndex } from './noteIndex';
import { noteStyles } from './noteStyles';
import type { RollContent } from './rollView';

export interface RollScene {
  notes: readonly Note[];
  index: NoteIndex;
  /** The palette's colour of each note. */
  styles: Uint8Array;
  grid: BarGrid;
  content: RollContent;
}

export interface RollMusic {
  notes: readonly Note[];
  /** Ticks per quarter note. */
  ppq: number;
  timeSignatures: readonly TimeSignature[];
  odds?: readonly NoteOdds[];
  /** The first so many notes came from a piece. */
  openingNotes?: number;
}

export function makeScene(music: RollMusic): RollScene {
  const { notes, ppq, timeSignatures, odds, openingNotes = 0 } = music;
  const index = new NoteIndex(notes);
  const grid = new BarGrid(timeSignatures, ppq);
  return {
    notes,
    index,
    styles: noteStyles(notes, odds, openingNotes),
    grid,
    content: { endTick: grid.barLineFrom(index.endTick), ppq, pitches: index.pitches },
  };
}
