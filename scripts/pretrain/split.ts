/** Split of a collection by composer, so that nothing held out is by a composer taught. */
import { Random } from '../../src/music/random';

/** A piece as the split sees it. */
export interface Work {
  source: string;
  /** Default: unknown; the piece is always taught. */
  person?: string;
  notes: number;
}

export interface Split<W extends Work> {
  training: W[];
  /** Chooses the best epoch. */
  validation: W[];
  /** Evaluated once, at the end. */
  test: W[];
}

/** Share of each source's notes for validation, and for the test. */
const HELD_SHARE = 0.05;
/** A composer with a larger share of a source is always taught: three of them make a part. */
const LARGEST_SHARE = HELD_SHARE / 3;

/**
 * Holds out whole composers, drawn source by source, since the sources differ in kind. A composer
 * of several sources belongs to the one with most of its notes.
 */
export function splitByComposer<W extends Work>(works: readonly W[], seed: number): Split<W> {
  const parts = new Map<string, 'validation' | 'test'>();
  const random = Random.fromSeed(seed);
  for (const { total, composers } of composersBySource(works)) {
    const small = composers.filter(({ notes }) => notes <= LARGEST_SHARE * total);
    const order = small.map((_, i) => i);
    random.shuffle(order);
    const room = { validation: HELD_SHARE * total, test: HELD_SHARE * total };
    for (const { name, notes } of order.map((i) => small[i])) {
      const part = room.validation >= room.test ? 'validation' : 'test';
      if (notes > room[part]) continue;
      room[part] -= notes;
      parts.set(name, part);
    }
  }
  const of = (part: 'validation' | 'test' | undefined): W[] =>
    works.filter(({ person }) => (person === undefined ? undefined : parts.get(person)) === part);
  return { training: of(undefined), validation: of('validation'), test: of('test') };
}

interface SourceComposers {
  /** Notes of the source, by anybody. */
  total: number;
  composers: { name: string; notes: number }[];
}

/** The sources by name, each with its composers by name. */
function composersBySource(works: readonly Work[]): SourceComposers[] {
  const totals = new Map<string, number>();
  const shares = new Map<string, Map<string, number>>();
  for (const { source, person, notes } of works) {
    totals.set(source, (totals.get(source) ?? 0) + notes);
    if (person === undefined) continue;
    const own = shares.get(person) ?? new Map<string, number>();
    own.set(source, (own.get(source) ?? 0) + notes);
    shares.set(person, own);
  }
  const homes = new Map<string, SourceComposers>(
    [...totals].sort().map(([source, total]) => [source, { total, composers: [] }]),
  );
  for (const [name, own] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [home] = [...own].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const notes = [...own.values()].reduce((sum, count) => sum + count, 0);
    homes.get(home[0])?.composers.push({ name, notes });
  }
  return [...homes.values()];
}
