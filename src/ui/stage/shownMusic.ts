/** What the roll shows, whichever list it comes from. */
import type { AppState } from '../../app/state';
import type { NoteOdds } from '../../model/take';
import { unpackSong } from '../../music/packedSong';
import { type Note, pitchedNotes, type TempoChange, type TimeSignature } from '../../music/song';

export interface ShownMusic {
  title: string;
  notes: readonly Note[];
  /** Ticks per quarter note. */
  ppq: number;
  tempos: readonly TempoChange[];
  timeSignatures: readonly TimeSignature[];
  /** Where the last note ends, ticks. */
  endTick: number;
  /** For takes: how probable the model found each note. */
  odds?: readonly NoteOdds[];
  openingNotes?: number;
}

/** Nothing to show: an empty roll in common time. */
export const noMusic: ShownMusic = {
  title: '',
  notes: [],
  ppq: 480,
  tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  endTick: 0,
};

/** The piece or take that is shown; nothing if it was removed. Percussion is left out. */
export function findShown(
  state: Pick<AppState, 'shown' | 'pieces' | 'takes'>,
): AppState['pieces'][number] | AppState['takes'][number] | undefined {
  const { shown } = state;
  switch (shown.kind) {
    case 'piece':
      return state.pieces.find(({ id }) => id === shown.id);
    case 'take':
      return state.takes.find(({ id }) => id === shown.id);
    case 'nothing':
      return undefined;
    default:
      return shown satisfies never;
  }
}

export function musicOf(item: ReturnType<typeof findShown>): ShownMusic {
  if (!item) return noMusic;
  if ('song' in item) {
    const song = unpackSong(item.song);
    const notes = pitchedNotes(song);
    const { ppq, tempos, timeSignatures } = song;
    return { title: item.title, notes, ppq, tempos, timeSignatures, endTick: endOf(notes) };
  }
  const { title, notes, ppq, tempos, timeSignatures, odds, openingNotes } = item;
  return { title, notes, ppq, tempos, timeSignatures, odds, openingNotes, endTick: endOf(notes) };
}

function endOf(notes: readonly Note[]): number {
  return notes.reduce((end, { tick, duration }) => Math.max(end, tick + duration), 0);
}
