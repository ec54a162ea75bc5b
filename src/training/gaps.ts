/** Dropout of single remembered values, so that the network relies on none of them. */
import type { EncodingColumn } from '../music/encoding/encoding';
import type { Random } from '../music/random';

/**
 * @param share of dropped values, 0..1
 * @returns function that drops values of memory from successive rows, in place
 */
export function memoryGaps(
  columns: readonly EncodingColumn[],
  share: number,
  random: Random,
): (row: Int16Array) => void {
  const memory = columns.flatMap(({ group }, index) => (group === 'memory' ? [index] : []));
  // Distance to the next gap: geometric, so that few draws are needed.
  const keep = (): number => Math.floor(Math.log(1 - random.next()) / Math.log(1 - share));
  let kept = keep();
  return (row) => {
    let at = kept;
    for (; at < memory.length; at += 1 + keep()) row[memory[at]] = -1;
    kept = at - memory.length;
  };
}
