/** Content of the roll, prepared once for many drawings. */
import type { NoteOdds } from '../../model/take';
import type { KeySignature, Note, TimeSignature } from '../../music/song';
import { barLineBefore } from '../../music/time';
import { BarGrid } from './barGrid';
import { NoteIndex } from './noteIndex';
import { noteStyles } from './noteStyles';
import type { RollContent } from './rollView';

export interface RollScene {
  notes: readonly Note[];
  index: NoteIndex;
  /** The notes as long as they ring. Default: as long as they are. */
  ringing?: NoteIndex;
  /** The palette's colour of each note. */
  styles: Uint8Array;
  grid: BarGrid;
  content: RollContent;
  marked?: MarkedRun;
  /** Ordered by tick; empty for unknown ones. */
  keys: readonly KeySignature[];
  /** Number of notes that are not learnt. */
  leftOut: number;
  /** Whose notes these are. Default: unknown. */
  id?: string;
}

/** Notes set apart from the others, one after the other in the array. */
export interface MarkedRun {
  /** Index of the first. */
  from: number;
  count: number;
  /** Predicate for "these notes are ...". */
  text: string;
}

export interface RollMusic {
  notes: readonly Note[];
  /** How long each note rings, in ticks. Default: as long as it is. */
  ringing?: readonly number[];
  /** Whether each note is left out of what is learnt. Default: none. */
  leftOut?: readonly boolean[];
  /** Ticks per quarter note. */
  ppq: number;
  timeSignatures: readonly TimeSignature[];
  /** By which notes are named, ordered by tick. Default: unknown. */
  keys?: readonly KeySignature[];
  odds?: readonly NoteOdds[];
  /** Number of notes at the start that came from the prompt. Default: 0. */
  promptNotes?: number;
  /** Notes that also occur in another piece. */
  marked?: MarkedRun;
  /** Expected end of a take being composed, in ticks. */
  expectedEnd?: number;
  /** Of the piece or take: with other content of the same one the view stays. Default: unknown. */
  id?: string;
}

export function makeScene(music: RollMusic): RollScene {
  const { notes, ppq, timeSignatures, marked, expectedEnd = 0 } = music;
  const index = new NoteIndex(notes);
  const grid = new BarGrid(timeSignatures, ppq);
  const { ringing } = music;
  const rings = ringing && new NoteIndex(notes.map((n, i) => ({ ...n, duration: ringing[i] })));
  const endTick = Math.max(index.endTick, rings?.endTick ?? 0, expectedEnd);
  const first = notes[index.firstFrom(0)]?.tick ?? 0;
  return {
    notes,
    index,
    ringing: rings,
    styles: noteStyles(music),
    leftOut: music.leftOut?.filter(Boolean).length ?? 0,
    grid,
    content: {
      startTick: barLineBefore(first, timeSignatures, ppq),
      endTick: grid.barLineFrom(endTick),
      ppq,
      pitches: index.pitches,
    },
    marked,
    keys: music.keys ?? [],
    id: music.id,
  };
}

/** Sharps or flats at `tick`; undefined where no key is known. */
export function fifthsAt({ keys }: Pick<RollScene, 'keys'>, tick: number): number | undefined {
  return (keys.findLast((key) => key.tick <= tick) ?? keys[0])?.fifths;
}

export function isMarked({ marked }: RollScene, index: number): boolean {
  return marked !== undefined && index >= marked.from && index < marked.from + marked.count;
}
