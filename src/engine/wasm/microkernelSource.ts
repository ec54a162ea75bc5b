/**
 * Writes the AssemblyScript of the micro-kernels: C[rows, 8] (+)= A[rows, depth] · B[depth, 8] for a
 * few rows, with C held in registers. They are generated because they are unrolled over rows and
 * eight steps of depth, with one local variable for each accumulator.
 *
 * An x64 engine has 15 registers to give. Twelve accumulators, two vectors of B and one broadcast
 * of A fill them where multiply and add are one instruction; where they are two, the product needs
 * a register as well, and one row less fits.
 */

import { PANEL, ROW_BYTES } from './panels';

/** Rows of the tallest micro-kernel. */
export const MAX_ROWS = { fused: 6, separate: 5 };

/** One panel of A. */
const DEPTH_STEP = PANEL;
const VECTOR_BYTES = 16;

/** One function `rows1` ... `rowsN`, and `product`, which splits any number of rows among them. */
export function microkernelSource(fused: boolean): string {
  const maxRows = fused ? MAX_ROWS.fused : MAX_ROWS.separate;
  const rows = Array.from({ length: maxRows }, (_, i) => i + 1);
  return [...rows.map((count) => kernel(count, fused)), product(rows)].join('\n\n');
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** Few rows have few accumulators: several chains each keep the multipliers busy. */
function chainsFor(rows: number): number {
  if (rows === 1) return 4;
  return rows <= 3 ? 2 : 1;
}

function kernel(rows: number, fused: boolean): string {
  const chains = chainsFor(rows);
  const accumulators = times(rows, (r) => [`c${r}l`, `c${r}h`]).flat();
  const step = (k: number, chain: number): string[] => [
    `b0 = v128.load(b, ${k * ROW_BYTES});`,
    `b1 = v128.load(b, ${k * ROW_BYTES + VECTOR_BYTES});`,
    ...times(rows, (r) => [
      `s = v128.load32_splat(a, ${r * ROW_BYTES + 4 * k});`,
      add(`c${r}l_${chain}`, 's', 'b0', fused),
      add(`c${r}h_${chain}`, 's', 'b1', fused),
    ]).flat(),
  ];
  return [
    `function rows${rows}(c: usize, a: usize, lda: usize, b: usize, depth: i32, more: bool): void {`,
    ...times(chains, (chain) =>
      accumulators.map((c) => `let ${c}_${chain} = f32x4.splat(0);`),
    ).flat(),
    'if (more) {',
    ...accumulators.map((c, i) => `${c}_0 = v128.load(c, ${i * VECTOR_BYTES});`),
    '}',
    'let s: v128, b0: v128, b1: v128;',
    `while (depth >= ${DEPTH_STEP}) {`,
    ...times(DEPTH_STEP, (k) => step(k, k % chains)).flat(),
    `a += lda; b += ${DEPTH_STEP * ROW_BYTES}; depth -= ${DEPTH_STEP};`,
    '}',
    'while (depth > 0) {',
    ...step(0, 0),
    `a += 4; b += ${ROW_BYTES}; depth -= 1;`,
    '}',
    ...times(chains - 1, (chain) =>
      accumulators.map((c) => `${c}_0 = f32x4.add(${c}_0, ${c}_${chain + 1});`),
    ).flat(),
    ...accumulators.map((c, i) => `v128.store(c, ${c}_0, ${i * VECTOR_BYTES});`),
    '}',
  ].join('\n');
}

function add(c: string, a: string, b: string, fused: boolean): string {
  return fused
    ? `${c} = f32x4.relaxed_madd(${a}, ${b}, ${c});`
    : `${c} = f32x4.add(${c}, f32x4.mul(${a}, ${b}));`;
}

/** Depths up to the limit go through at once, deeper ones in blocks that leave room in the cache. */
const DEPTH_LIMIT = 384;
const DEPTH_BLOCK = 256;

function product(rows: number[]): string {
  const maxRows = rows.length;
  return `
/**
 * C[rows, 8] = A · B, or C += A · B when \`more\`. C and B are panels, ${ROW_BYTES} bytes a row; A is panels
 * \`lda\` bytes apart. Blocks of depth are such that their part of B stays in the first-level cache.
 */
export function product(
  c: usize, a: usize, lda: usize, b: usize, rows: i32, depth: i32, more: bool
): void {
  while (depth > ${DEPTH_LIMIT}) {
    shareRows(c, a, lda, b, rows, ${DEPTH_BLOCK}, more);
    a += ${DEPTH_BLOCK / DEPTH_STEP} * lda;
    b += ${DEPTH_BLOCK * ROW_BYTES};
    depth -= ${DEPTH_BLOCK};
    more = true;
  }
  shareRows(c, a, lda, b, rows, depth, more);
}

/** Shares the rows out evenly: ${maxRows} at most go through at once. */
function shareRows(
  c: usize, a: usize, lda: usize, b: usize, rows: i32, depth: i32, more: bool
): void {
  const blocks = (rows + ${maxRows - 1}) / ${maxRows};
  const least = rows / blocks;
  const taller = rows % blocks;
  for (let block = 0; block < blocks; block++) {
    const count = block < taller ? least + 1 : least;
    switch (count) {
${rows.map((r) => `      case ${r}: rows${r}(c, a, lda, b, depth, more); break;`).join('\n')}
    }
    c += count * ${ROW_BYTES};
    a += count * ${ROW_BYTES};
  }
}`;
}
