/** Matrix products of plain rows, for the dense layers around the LSTM. */
import { product } from './microkernels';
import { loadRow, packRows, PANEL, ROW, transpose8, unpackRows } from './panels';

/** Plain rows [rows, columns] -> panels `stride` bytes apart. */
function toPanels(to: usize, stride: usize, from: usize, rows: i32, columns: i32): void {
  for (let c = 0; c < columns; c += PANEL) {
    packRows(to, from + <usize>c * 4, <usize>columns * 4, rows, columns - c);
    to += stride;
  }
}

/** Plain rows [rows, columns] -> panels of the transpose, `stride` bytes apart. */
function toPanelsTransposed(
  to: usize, stride: usize, from: usize, rows: i32, columns: i32, block: usize
): void {
  for (let r = 0; r < rows; r += PANEL) {
    const count = min(PANEL, rows - r);
    if (count < PANEL) memory.fill(block, 0, PANEL * ROW);
    let target = to;
    for (let c = 0; c < columns; c += PANEL) {
      for (let i = 0; i < count; i++) {
        const source = from + <usize>((r + i) * columns + c) * 4;
        loadRow(block + <usize>i * ROW, source, columns - c);
      }
      transpose8(target, block);
      target += PANEL * ROW;
    }
    to += stride;
  }
}

/**
 * out [m, n] = a [m, k] · b [k, n], where a lies as [k, m] when `transposeA` and b as [n, k] when
 * `transposeB`. Room is needed at `aPanels` for k/8 panels `aStride` bytes apart, at `bPanels` for
 * n/8 panels `bStride` apart (rows padded to multiples of 8) and at `panel` for m + 8 rows.
 */
export function matMul(
  out: usize, a: usize, b: usize, m: i32, k: i32, n: i32, transposeA: bool, transposeB: bool,
  aPanels: usize, aStride: usize, bPanels: usize, bStride: usize, panel: usize
): void {
  if (transposeA) toPanelsTransposed(aPanels, aStride, a, k, m, panel);
  else toPanels(aPanels, aStride, a, m, k);
  if (transposeB) toPanelsTransposed(bPanels, bStride, b, n, k, panel);
  else toPanels(bPanels, bStride, b, k, n);
  for (let c = 0; c < n; c += PANEL) {
    product(panel, aPanels, aStride, bPanels, m, k, false);
    unpackRows(out + <usize>c * 4, panel, <usize>n * 4, m, n - c);
    bPanels += bStride;
  }
}
