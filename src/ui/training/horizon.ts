/**
 * The right edge of the curve, in epochs: the next of 1, 2, 5, 10, 20, ... so that a long run's
 * first epochs are not squeezed against the left edge, and never more than the run has.
 */
export function horizon(reached: number, epochs: number): number {
  for (let decade = 1; ; decade *= 10) {
    for (const edge of [decade, 2 * decade, 5 * decade]) {
      // A run of one epoch has one point: not on the very edge.
      if (edge >= epochs && epochs >= reached) return Math.max(2, epochs);
      if (edge > reached) return edge;
    }
  }
}
