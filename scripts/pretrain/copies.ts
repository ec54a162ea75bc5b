/** Search for pieces of a collection that are copies, whole or in part, of guarded ones. */
import { stepsOf } from '../../src/music/copying';
import type { Encoding } from '../../src/music/encoding/encoding';
import { melody } from '../../src/music/encoding/melody';
import { studio } from '../../src/music/encoding/studio';
import { hashSteps } from '../../src/music/runHashes';
import type { Song } from '../../src/music/song';

/** Two ways to look at a piece: another edition or a performance often keeps only the melody. */
const VIEWS: readonly { encoding: Encoding; steps: number }[] = [
  /** All notes, intervals and times. */
  { encoding: studio, steps: 10 },
  /** The highest notes, intervals alone. */
  { encoding: melody, steps: 14 },
];
type View = (typeof VIEWS)[number];

/** Distinct steps of a run, at least: scales, trills and broken chords are everybody's. */
const FEWEST_DISTINCT = 6;
/**
 * Runs in the same order from which a piece counts as a copy, and their share of the shorter
 * piece: performances share 2 to 11 % with the score, unrelated pieces fewer than ten runs.
 */
const COPIED_SHARE = 0.015;
const FEWEST_RUNS = 10;

/** A guarded piece. */
export interface Guarded {
  name: string;
  song: Song;
}

export interface Copy {
  /** Name of the guarded piece. */
  of: string;
  /** Shared distinct runs that follow each other in the same order in both. */
  runs: number;
  /** The same as a share of the runs of the shorter piece, 0..1. */
  share: number;
}

/** Telling runs of a piece, each at its first position. */
function runsOf(song: Song, { encoding, steps }: View): Map<number, number> {
  const all = stepsOf(encoding.encode(song), encoding);
  const found = new Map<number, number>();
  hashSteps(all, steps).forEach((hash, at) => {
    if (found.has(hash)) return;
    if (new Set(all.subarray(at, at + steps)).size >= FEWEST_DISTINCT) found.set(hash, at);
  });
  return found;
}

export class CopySearch {
  readonly #names: string[];
  /** For each view, where a run stands in which guarded pieces, and the runs of each piece. */
  readonly #views: { places: Map<number, { piece: number; at: number }[]>; sizes: number[] }[];

  constructor(guarded: readonly Guarded[]) {
    this.#names = guarded.map(({ name }) => name);
    this.#views = VIEWS.map((view) => {
      const places = new Map<number, { piece: number; at: number }[]>();
      const sizes = guarded.map(({ song }, piece) => {
        const runs = runsOf(song, view);
        for (const [run, at] of runs) {
          const known = places.get(run);
          if (known) known.push({ piece, at });
          else places.set(run, [{ piece, at }]);
        }
        return runs.size;
      });
      return { places, sizes };
    });
  }

  /** The guarded piece that this one shares most with, if that is enough for a copy. */
  find(song: Song): Copy | undefined {
    let best: Copy | undefined;
    this.#views.forEach(({ places, sizes }, i) => {
      const runs = runsOf(song, VIEWS[i]);
      const shared = new Map<number, number[]>();
      for (const run of runs.keys()) {
        for (const { piece, at } of places.get(run) ?? []) {
          const list = shared.get(piece);
          if (list) list.push(at);
          else shared.set(piece, [at]);
        }
      }
      for (const [piece, positions] of shared) {
        const inOrder = longestAscent(positions);
        const share = inOrder / Math.min(runs.size, sizes[piece]);
        if (inOrder < FEWEST_RUNS || share < COPIED_SHARE || share <= (best?.share ?? 0)) continue;
        best = { of: this.#names[piece], runs: inOrder, share };
      }
    });
    return best;
  }
}

/** Length of the longest strictly ascending subsequence (patience sorting). */
function longestAscent(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    let at = ends.length;
    while (at > 0 && ends[at - 1] >= value) at--;
    ends[at] = value;
  }
  return ends.length;
}
