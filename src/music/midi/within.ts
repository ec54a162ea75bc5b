/** The nearest integer in the range; the lower end for NaN. */
export function within(value: number, low: number, high: number): number {
  return Number.isNaN(value) ? low : Math.min(Math.max(Math.round(value), low), high);
}
