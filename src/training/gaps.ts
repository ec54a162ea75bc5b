/** Gaps in memory: single remembered values that training leaves out, so that none is relied on. */
import type { EncodingColumn } from '../music/encoding/encoding';
import type { Random } from '../music/random';

/**
 * @param share of the values that are left out, 0..1
 * @returns takes values of memory out of row after row, in place
 */
export function memoryGaps(
  columns: readonly EncodingColumn[],
  share: number,
  random: Random,
): (row: Int32Array) => void {
  const memory = columns.flatMap(({ group }, index) => (group === 'memory' ? [index] : []));
  // How many values are kept until the next gap: geometric, so that few draws do.
  const keep = (): number => Math.floor(Math.log(1 - random.next()) / Math.log(1 - share));
  let kept = keep();
  return (row) => {
    let at = kept;
    for (; at < memory.length; at += 1 + keep()) row[memory[at]] = -1;
    kept = at - memory.length;
  };
}
