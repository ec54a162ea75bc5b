/** How loud each note of a part is, by its place in the score as written, whatever the repeats. */
import type { ContentNote } from './contentNote';
import { type DynamicMark, dynamicCurve, type WedgeMark } from './dynamicCurve';
import { accented } from './dynamics';
import type { Directed, MeasureContent } from './measureContent';

type Curve = (tick: number) => number;

export class Velocities {
  readonly #starts: readonly number[];
  readonly #reach: number;
  readonly #dynamics: Directed<DynamicMark>[];
  readonly #wedges: Directed<WedgeMark>[];
  /** Staves that have marks of their own. */
  readonly #marked: ReadonlySet<number | undefined>;
  /** Names of accents by measure, place and staff. */
  readonly #accents = new Map<string, Set<string>>();
  /** By staff; undefined for staves without marks of their own. */
  readonly #curves = new Map<number | undefined, Curve>();

  /**
   * @param starts written tick at which each measure begins
   * @param ppq a dynamic mark within a quarter note after a hairpin is the one at its end
   */
  constructor(contents: readonly MeasureContent[], starts: readonly number[], ppq: number) {
    this.#starts = starts;
    this.#reach = ppq;
    const placed = <T extends { at: number }>(
      marks: T[],
      index: number,
    ): (T & { tick: number })[] =>
      marks.map((mark) => ({ ...mark, tick: starts[index] + mark.at }));
    this.#dynamics = contents.flatMap(({ dynamics }, index) => placed(dynamics, index));
    this.#wedges = contents.flatMap(({ wedges }, index) => placed(wedges, index));
    this.#marked = new Set([...this.#dynamics, ...this.#wedges].map(({ staff }) => staff));
    contents.forEach(({ accents }, index) => {
      for (const { at, staff, mark } of accents) {
        const place = placeOf(index, at, staff);
        this.#accents.set(place, (this.#accents.get(place) ?? new Set()).add(mark));
      }
    });
  }

  /** @param index of the measure @returns 1..127 */
  at(index: number, { at, staff, accents }: ContentNote): number {
    const level = this.#curveOf(staff)(this.#starts[index] + at);
    const marks = [staff, undefined].flatMap((each) => [
      ...(this.#accents.get(placeOf(index, at, each)) ?? []),
    ]);
    return Math.round(accented(level, [...accents, ...marks]));
  }

  #curveOf(staff: number): Curve {
    const own = this.#marked.has(staff) ? staff : undefined;
    const known = this.#curves.get(own);
    if (known) return known;
    // Marks between two staves are written to one of them, and mean both.
    const holds = (mark: Directed<unknown>): boolean =>
      own === undefined || mark.staff === undefined || mark.staff === own;
    const curve = dynamicCurve(
      this.#dynamics.filter(holds),
      this.#wedges.filter(holds),
      this.#reach,
    );
    this.#curves.set(own, curve);
    return curve;
  }
}

function placeOf(index: number, at: number, staff: number | undefined): string {
  return `${index} ${at} ${staff ?? ''}`;
}
