/**
 * First index in `0 <= index < length` for which `isBefore` is false; `length` where it never is.
 * Binary search: `length` down to 1 halves at each call of `isBefore`.
 * @param isBefore true up to some index and false from there on
 */
export function partitionPoint(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
