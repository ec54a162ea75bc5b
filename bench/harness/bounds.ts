/** Figures of a check beside their bounds. */

export class Bounds {
  /** Whether a figure was beyond its bound. */
  failed = false;

  /** Prints the figure, and whether it is at most the bound. */
  tell(what: string, value: number, most: number): void {
    // Written so that a figure that is not a number fails.
    const fits = value <= most;
    if (!fits) this.failed = true;
    const figure = value === 0 ? '0' : value.toExponential(1);
    console.log(`  ${fits ? 'ok    ' : 'FAILED'} ${what}: ${figure}`);
  }
}

/** Largest difference of two lists; infinite if their lengths differ. */
export function farthest(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...a.map((value, i) => Math.abs(value - b[i])));
}
