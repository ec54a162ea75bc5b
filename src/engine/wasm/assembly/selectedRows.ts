/**
 * Rows of a matrix that a row of index columns selects: their byte offsets are listed once, and then
 * read for every panel of the matrix.
 */
import { ROW } from './panels';

/**
 * Lists the selected rows of the columns [first, last). An index outside its column's classes selects
 * nothing.
 * @param table per column: its number of classes, its first row
 * @returns the address behind the list
 */
export function listSelected(to: usize, indices: usize, table: usize, first: i32, last: i32): usize {
  for (let k = first; k < last; k++) {
    const index = load<u32>(indices + (k << 2));
    const column = table + (k << 3);
    if (index >= load<u32>(column)) continue;
    store<u32>(to, (load<u32>(column, 4) + index) * <u32>ROW);
    to += 4;
  }
  return to;
}

/** to[8] = start[8] + the listed rows of a panel */
// @inline
export function gatherRows(to: usize, start: usize, panel: usize, list: usize, end: usize): void {
  let low = v128.load(start);
  let high = v128.load(start, 16);
  for (let at = list; at < end; at += 4) {
    const row = panel + <usize>load<u32>(at);
    low = f32x4.add(low, v128.load(row));
    high = f32x4.add(high, v128.load(row, 16));
  }
  v128.store(to, low);
  v128.store(to, high, 16);
}

/** Adds from[8] to each of the listed rows of a panel. */
// @inline
export function scatterRow(panel: usize, from: usize, list: usize, end: usize): void {
  const low = v128.load(from);
  const high = v128.load(from, 16);
  for (let at = list; at < end; at += 4) {
    const row = panel + <usize>load<u32>(at);
    v128.store(row, f32x4.add(v128.load(row), low));
    v128.store(row, f32x4.add(v128.load(row, 16), high), 16);
  }
}
