/** Which dynamic holds where. */
import type { ContentNote } from './contentNote';
import { USUAL_VELOCITY } from './dynamics';
import type { MeasureContent } from './measureContent';

/** The dynamic in force at each place of the score as written, whatever the repeats. */
export class Velocities {
  /** Changes by staff; those of the whole part stand under 0. */
  readonly #changes: { index: number; at: number; staff: number | undefined; velocity: number }[];

  constructor(contents: readonly MeasureContent[]) {
    this.#changes = contents.flatMap(({ dynamics }, index) =>
      dynamics.toSorted((a, b) => a.at - b.at).map((change) => ({ index, ...change })),
    );
  }

  at(index: number, { at, staff }: ContentNote): number {
    let low = 0;
    let high = this.#changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const change = this.#changes[middle];
      if (change.index < index || (change.index === index && change.at <= at)) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i--) {
      const change = this.#changes[i];
      if (change.staff === undefined || change.staff === staff) return change.velocity;
    }
    return USUAL_VELOCITY;
  }
}
