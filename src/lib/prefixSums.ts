/** For each size the sum of the sizes before it: where each of several adjoining ranges begins. */
export function prefixSums(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    const start = sum;
    sum += size;
    return start;
  });
}
