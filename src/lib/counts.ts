/** Whole numbers and counted things in words. */

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `12345.6` as `12,346`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** `1 piece`, `2 pieces`, `1,200 pieces`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
