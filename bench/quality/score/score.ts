/** Notes with their bars, the input of measures of form for any encoding. */
import { type GridMeter, gridMeters } from '../../../src/music/encoding/barPosition.ts';
import { gridNotes } from '../../../src/music/encoding/studio.ts';
import { GRID_PPQ } from '../../../src/music/encoding/tickClasses.ts';
import type { Random } from '../../../src/music/random.ts';
import type { Note, Song, TimeSignature } from '../../../src/music/song.ts';

export interface Score {
  /** Ordered by onset, then pitch; ticks of `ppq`. */
  notes: readonly Note[];
  ppq: number;
  /** Never empty, ordered, the first at or before tick 0; ticks of `ppq`. */
  meters: readonly GridMeter[];
}

/** A song on the encoding's grid, from the bar line before its first note. */
export function scoreOf(song: Song): Score {
  return { ...gridNotes(song), ppq: GRID_PPQ };
}

/** A take's notes on the grid, in one meter. */
export function takeScore(notes: readonly Note[], timeSignature: TimeSignature): Score {
  return { notes, ppq: GRID_PPQ, meters: gridMeters([timeSignature], GRID_PPQ) };
}

/** Ticks of all bar lines up to the bar of the last onset. A change of meter starts a bar. */
export function barLines({ notes, meters }: Score): number[] {
  const end = notes[notes.length - 1]?.tick ?? -1;
  const lines: number[] = [];
  meters.forEach(({ tick, barTicks }, i) => {
    const until = Math.min(meters[i + 1]?.tick ?? Number.POSITIVE_INFINITY, end + 1);
    for (let line = tick; line < until; line += barTicks) {
      if (line + barTicks > 0) lines.push(line);
    }
  });
  return lines;
}

/**
 * Bars `first` to `first + count - 1`, moved to tick 0. A note that sounds past the last bar keeps
 * its length.
 */
export function cutBars(score: Score, first: number, count: number): Score {
  const lines = barLines(score);
  const from = lines[first] ?? 0;
  const to = lines[first + count] ?? Number.POSITIVE_INFINITY;
  const current = score.meters.findLastIndex(({ tick }) => tick <= from);
  return {
    ppq: score.ppq,
    notes: score.notes
      .filter(({ tick }) => tick >= from && tick < to)
      .map((note) => ({ ...note, tick: note.tick - from })),
    meters: score.meters
      .slice(Math.max(0, current))
      .filter(({ tick }) => tick < to)
      .map(({ tick, barTicks }, i) => ({ tick: i === 0 ? 0 : tick - from, barTicks })),
  };
}

/** Excerpts of `bars` bars, each from a random bar line; none from a shorter piece. */
export function excerpts(score: Score, bars: number, count: number, random: Random): Score[] {
  const total = barLines(score).length;
  if (total < bars) return [];
  return Array.from({ length: count }, () => cutBars(score, random.below(total - bars + 1), bars));
}

/** The last `bars` bars, or the whole of a shorter piece. */
export function ending(score: Score, bars: number): Score {
  return cutBars(score, Math.max(0, barLines(score).length - bars), bars);
}
