/** How often the index of runs finds a copy, and how often it finds one where there is none. */
import type { Encoding, Rows } from '../../src/music/encoding/encoding';
import { Random } from '../../src/music/random';
import type { RunIndex } from '../../src/music/runIndex';

/** Notes of the copied stretches. */
const LENGTHS = [13, 20, 25, 30, 37, 60] as const;
const TRIALS = 2000;

type Columns = Pick<Encoding, 'pitchColumn' | 'timeColumn'>;

export interface IndexRates {
  /** Share of copied stretches of so many notes that are found, in the right piece. */
  found: { notes: number; share: number }[];
  /** Share of takes without a copy in which a run is found. */
  falseHits: number;
}

/**
 * @param taught the indexed pieces, of which stretches are copied
 * @param others pieces whose notes, put in a random order, copy nothing
 * @param takeNotes notes of each of those
 */
export function indexRates(
  index: RunIndex,
  taught: readonly Rows[],
  others: readonly Rows[],
  columns: Columns,
  takeNotes: number,
): IndexRates {
  const random = Random.fromSeed(1);
  const found = LENGTHS.map((notes) => {
    const long = taught.flatMap((rows, piece) => (countOf(rows) > notes ? [{ rows, piece }] : []));
    let hits = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const { rows, piece } = long[random.below(long.length)];
      const start = random.below(countOf(rows) - notes);
      const stretch = index.longest(cut(rows, start, start + notes), columns);
      // A piece may stand in the collection twice.
      if (stretch.notes > 0 && (stretch.piece === piece || stretch.notes > 12)) hits++;
    }
    return { notes, share: hits / TRIALS };
  });
  const shuffled = others.map((rows) => inRandomOrder(cut(rows, 0, takeNotes), random));
  const hits = shuffled.filter((rows) => index.longest(rows, columns).notes > 0).length;
  return { found, falseHits: hits / Math.max(1, shuffled.length) };
}

function countOf({ data, width }: Rows): number {
  return data.length / width;
}

function cut({ data, width }: Rows, from: number, to: number): Rows {
  return { width, data: data.slice(from * width, to * width) };
}

function inRandomOrder({ data, width }: Rows, random: Random): Rows {
  const order = Array.from({ length: data.length / width }, (_, i) => i);
  random.shuffle(order);
  const mixed = new Int16Array(data.length);
  order.forEach((from, to) => {
    mixed.set(data.subarray(from * width, (from + 1) * width), to * width);
  });
  return { width, data: mixed };
}
