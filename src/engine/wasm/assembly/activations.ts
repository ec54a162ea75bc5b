/**
 * Sigmoid and tanh of rows of eight numbers.
 *
 * tanh(x) is x·P(x²)/Q(x²) with polynomials of degree four, fitted for the least largest relative
 * error on [0, 9] (2.1e-8 before rounding); beyond 9 it is ±1 to single precision. With rounding,
 * tanh is within 6e-7 of the truth, relative to it, and sigmoid(x) = (1 + tanh(x/2))/2 within 3e-7,
 * absolute. NaN stays NaN.
 */
import { ROW } from './panels';

/** a * b + c, in one rounding where the engine can. */
// @inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * The constants below, which an engine builds in three instructions wherever they are used, but
 * loads in one: a half, ±1, ±9, then P and Q from the highest power down.
 */
const CONSTANTS: usize = memory.data<f32>([
  0.5, 1, -1, 9, -9,
  1.3354489070138698e-8, 2.060895349131897e-5, 0.0034955802839249372, 0.13381019234657288,
  7.776486086186196e-7, 0.0003285621933173388, 0.025876952335238457, 0.46714335680007935,
]);

// @inline
function constant(index: usize): v128 {
  return v128.load32_splat(CONSTANTS + (index << 2));
}

/** One row; its two vectors share every constant. With `halves`, sigmoid(x) instead of tanh(x). */
// @inline
function activateRow(to: usize, from: usize, halves: bool): void {
  let k = constant(0);
  let x0 = v128.load(from);
  let x1 = v128.load(from, 16);
  if (halves) {
    x0 = f32x4.mul(x0, k);
    x1 = f32x4.mul(x1, k);
  }
  // pmin and pmax give their first operand when the comparison fails, as it does for NaN.
  k = constant(3);
  x0 = f32x4.pmin(x0, k);
  x1 = f32x4.pmin(x1, k);
  k = constant(4);
  x0 = f32x4.pmax(x0, k);
  x1 = f32x4.pmax(x1, k);
  const s0 = f32x4.mul(x0, x0);
  const s1 = f32x4.mul(x1, x1);
  const one = constant(1);
  k = constant(5);
  let next = constant(6);
  let p0 = madd(k, s0, next);
  let p1 = madd(k, s1, next);
  next = constant(7);
  p0 = madd(p0, s0, next);
  p1 = madd(p1, s1, next);
  next = constant(8);
  p0 = madd(p0, s0, next);
  p1 = madd(p1, s1, next);
  p0 = f32x4.mul(madd(p0, s0, one), x0);
  p1 = f32x4.mul(madd(p1, s1, one), x1);
  k = constant(9);
  next = constant(10);
  let q0 = madd(k, s0, next);
  let q1 = madd(k, s1, next);
  next = constant(11);
  q0 = madd(q0, s0, next);
  q1 = madd(q1, s1, next);
  next = constant(12);
  q0 = madd(q0, s0, next);
  q1 = madd(q1, s1, next);
  let t0 = f32x4.pmin(f32x4.div(p0, madd(q0, s0, one)), one);
  let t1 = f32x4.pmin(f32x4.div(p1, madd(q1, s1, one)), one);
  k = constant(2);
  t0 = f32x4.pmax(t0, k);
  t1 = f32x4.pmax(t1, k);
  if (halves) {
    k = constant(0);
    t0 = madd(k, t0, k);
    t1 = madd(k, t1, k);
  }
  v128.store(to, t0);
  v128.store(to, t1, 16);
}

/** tanh of the rows from `from` on, `bytes` bytes of them, to `to`, which may be the same place. */
export function tanhRows(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += ROW) activateRow(to + at, from + at, false);
}

/** The same with sigmoid. */
export function sigmoidRows(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += ROW) activateRow(to + at, from + at, true);
}

/** Apply tanh and sigmoid in place to `count` numbers, rounded up to whole rows: for their tests. */
export function tanhArray(at: usize, count: i32): void {
  tanhRows(at, at, <usize>count * 4);
}

export function sigmoidArray(at: usize, count: i32): void {
  sigmoidRows(at, at, <usize>count * 4);
}
