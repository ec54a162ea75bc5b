/**
 * Every matrix in here is stored as panels: eight columns side by side, row after row, then the
 * next eight columns. A row of a panel is 32 bytes: two vectors.
 *
 * Columns of the gates are ordered so that four neighbouring panels hold the gates i, f, c, o of
 * the same eight units: panel 4·group + gate.
 */
import { PANEL, PANEL_MASK, PANEL_SHIFT, ROW } from './fields';

export { PANEL, PANEL_MASK, PANEL_SHIFT, ROW };

/** Units, or other columns, rounded up to whole panels. */
// @inline
export function panelsFor(columns: i32): i32 {
  return (columns + PANEL_MASK) >> PANEL_SHIFT;
}

/** Eight numbers from a plain row, of which `count` exist; the rest become zero. */
// @inline
export function loadRow(to: usize, from: usize, count: i32): void {
  if (count >= PANEL) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
  } else {
    for (let j = 0; j < PANEL; j++) {
      store<f32>(to + (j << 2), j < count ? load<f32>(from + (j << 2)) : 0);
    }
  }
}

/** The `count` first numbers of a panel's row to a plain row. */
// @inline
export function storeRow(to: usize, from: usize, count: i32): void {
  if (count >= PANEL) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
  } else {
    for (let j = 0; j < count; j++) store<f32>(to + (j << 2), load<f32>(from + (j << 2)));
  }
}

// @inline
function transpose4(to: usize, from: usize): void {
  const a = v128.load(from);
  const b = v128.load(from, 32);
  const c = v128.load(from, 64);
  const d = v128.load(from, 96);
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7), 96);
}

/** Transposes eight rows of one panel, 256 bytes, to eight rows of another. */
export function transpose8(to: usize, from: usize): void {
  transpose4(to, from);
  transpose4(to + 16, from + 128);
  transpose4(to + 128, from + 16);
  transpose4(to + 144, from + 144);
}

/**
 * Rows `stride` bytes apart, of which the next `count` numbers belong to one panel, to that panel.
 * @returns the address behind the last packed row
 */
export function packRows(to: usize, from: usize, stride: usize, rows: i32, count: i32): usize {
  for (let row = 0; row < rows; row++) {
    loadRow(to, from, count);
    to += ROW;
    from += stride;
  }
  return to;
}

/** Inverse of `packRows`: the `count` first numbers of each row to rows `stride` bytes apart. */
export function unpackRows(to: usize, from: usize, stride: usize, rows: i32, count: i32): void {
  for (let row = 0; row < rows; row++) {
    storeRow(to, from, count);
    to += stride;
    from += ROW;
  }
}

/** Writes panel `p` of `panels`, 8 · blocks rows deep, to its place in all panels' transpose. */
export function transposePanel(to: usize, panel: usize, p: i32, blocks: i32, panels: i32): void {
  for (let q = 0; q < blocks; q++) {
    transpose8(to + <usize>(q * panels + p) * PANEL * ROW, panel + <usize>q * PANEL * ROW);
  }
}
