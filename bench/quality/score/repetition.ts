/** Repetition within a piece: whole bars, parts of bars, runs of notes, loops. */
import type { Note } from '../../../src/music/song.ts';
import { barLines, type Score } from './score.ts';

/** (Interval, time) pairs per run. */
const RUN = 6;
/** Longest unit of a loop, in bars. */
const LONGEST_UNIT = 4;

/** A bar as the set of its (place, pitch) pairs. */
type Bar = ReadonlySet<string>;

function barsOf(score: Score): Bar[] {
  const lines = barLines(score);
  const bars = lines.map(() => new Set<string>());
  let bar = 0;
  for (const { tick, pitch } of score.notes) {
    while (bar + 1 < lines.length && lines[bar + 1] <= tick) bar++;
    bars[bar].add(`${tick - lines[bar]}:${pitch}`);
  }
  return bars;
}

/** Jaccard index: shared pairs over all pairs; 0 for two empty bars. */
function similarity(a: Bar, b: Bar): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}

/** Similarity of each bar, except the first, to the most similar earlier bar. */
function bestMatches(score: Score): number[] {
  const bars = barsOf(score);
  return bars
    .slice(1)
    .map((bar, i) => Math.max(...bars.slice(0, i + 1).map((earlier) => similarity(bar, earlier))));
}

/** Number of bars with the same keys at the same places as an earlier bar, without empty bars. */
export function exactBarRepeats(score: Score): number {
  return bestMatches(score).filter((match) => match === 1).length;
}

/** Mean best Jaccard index with an earlier bar, over all bars except the first, 0..1. */
export function bestBarMatch(score: Score): number {
  const matches = bestMatches(score);
  return matches.reduce((sum, match) => sum + match, 0) / Math.max(1, matches.length);
}

/**
 * Bars of the longest stretch of exact repeats of a unit of one to four bars, the first statement
 * included; 0 if no unit is followed by its repeat. Units contain no empty bar.
 */
export function longestLoop(score: Score): number {
  const bars = barsOf(score);
  let longest = 0;
  for (let unit = 1; unit <= LONGEST_UNIT; unit++) {
    let run = 0;
    for (let bar = unit; bar < bars.length; bar++) {
      run = similarity(bars[bar], bars[bar - unit]) === 1 ? run + 1 : 0;
      if (run >= unit) longest = Math.max(longest, run + unit);
    }
  }
  return longest;
}

/**
 * Share of the notes inside a run of six (interval, time) pairs, seven notes, that also occurs
 * earlier among the same notes, 0..1.
 */
export function heardBefore(notes: readonly Note[]): number {
  const pairs = notes
    .slice(1)
    .map(({ tick, pitch }, i) => `${pitch - notes[i].pitch}:${tick - notes[i].tick}`);
  const heard = new Set<string>();
  const inside = new Uint8Array(notes.length);
  for (let first = 0; first + RUN <= pairs.length; first++) {
    const run = pairs.slice(first, first + RUN).join();
    if (heard.has(run)) inside.fill(1, first, first + RUN + 1);
    heard.add(run);
  }
  return inside.reduce((sum, yes) => sum + yes, 0) / Math.max(1, notes.length);
}
