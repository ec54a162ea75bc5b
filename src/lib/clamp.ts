/** The number in `low..high` nearest to `value`; `low` where `high` is below it. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
