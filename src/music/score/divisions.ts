/** How a beat may be divided: in halves, or by a tuplet. */

export interface Division {
  /** Equal parts of the beat. */
  parts: number;
  /** Absent for halves, quarters and so on. */
  tuplet?: { actual: number; normal: number };
  /** What reading it costs; compared with the squares of moved onsets. */
  cost: number;
  /** Parts at which notes may end: short rests do not make an onset's division finer. */
  ends: number;
}

/** In the order in which they are tried. */
export const DIVISIONS: readonly Division[] = [
  { parts: 1, cost: 0, ends: 4 },
  { parts: 2, cost: 0.5, ends: 4 },
  { parts: 4, cost: 1, ends: 4 },
  { parts: 3, tuplet: { actual: 3, normal: 2 }, cost: 2, ends: 6 },
  { parts: 8, cost: 3, ends: 8 },
  { parts: 6, tuplet: { actual: 6, normal: 4 }, cost: 3, ends: 6 },
  { parts: 16, cost: 6, ends: 16 },
  { parts: 12, tuplet: { actual: 12, normal: 8 }, cost: 5, ends: 12 },
  { parts: 5, tuplet: { actual: 5, normal: 4 }, cost: 6, ends: 5 },
  { parts: 24, tuplet: { actual: 24, normal: 16 }, cost: 9, ends: 24 },
];

/** Shortest written lengths, ticks: a sixty-fourth, and that of a triplet. */
const SHORTEST_PLAIN = 15;
const SHORTEST_IN_TUPLET = 10;

/** Whether parts of a beat of this many ticks can be written. */
function isDivisible(ticks: number, parts: number, isTuplet: boolean): boolean {
  const part = ticks / parts;
  if (!Number.isInteger(part)) return false;
  return isTuplet
    ? part >= SHORTEST_IN_TUPLET && [240, 120, 60, 30].includes(ticks)
    : part % SHORTEST_PLAIN === 0;
}

/** Divisions that a beat of this length allows; the first is the undivided beat. */
export function divisionsOf(ticks: number): Division[] {
  return DIVISIONS.filter(
    ({ parts, tuplet }) => parts === 1 || isDivisible(ticks, parts, tuplet !== undefined),
  );
}

/** The coarsest division with all these places, in ticks since the beat; undefined for none. */
export function divisionAt(ticks: number, places: readonly number[]): Division | undefined {
  const plainFirst = divisionsOf(ticks).sort(
    (a, b) => Number(a.tuplet !== undefined) - Number(b.tuplet !== undefined),
  );
  return plainFirst.find(({ parts }) => places.every((place) => (place * parts) % ticks === 0));
}
