/**
 * The layout of every matrix in the module: panels of eight columns, row after row. The build hands
 * the constants to AssemblyScript.
 */

/** Columns of a panel. */
export const PANEL = 8;
/** Bytes of a panel's row: two vectors of four numbers. */
export const ROW_BYTES = 4 * PANEL;
/** A cache line more keeps the panels of a matrix from falling into the same cache sets. */
export const PANEL_PADDING = 64;
/** Transposing eight rows at a time reads up to seven past the end. */
export const SLACK = PANEL * ROW_BYTES;

/** Columns rounded up to whole panels. */
export const panelsFor = (columns: number): number => Math.ceil(columns / PANEL);

/** Columns of that many panels. */
export const padded = (columns: number): number => panelsFor(columns) * PANEL;

/** AssemblyScript constants for the layout. */
export function panelsSource(): string {
  return [
    ['PANEL: i32', PANEL],
    ['PANEL_SHIFT: i32', Math.log2(PANEL)],
    ['PANEL_MASK: i32', PANEL - 1],
    ['ROW: usize', ROW_BYTES],
  ]
    .map(([name, value]) => `// @inline\nexport const ${name} = ${value};`)
    .join('\n');
}
