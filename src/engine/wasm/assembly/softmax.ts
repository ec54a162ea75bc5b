/**
 * Softmax and cross-entropy of rows that lie in panels.
 *
 * exp(x) is 2^n · P(x - n·ln 2) with a polynomial of degree six, fitted for the least largest
 * relative error on ±ln(2)/2 (1.1e-8 before rounding). For x in [-60, 0] it is within 3e-7 of the
 * truth, relative to it; below, it is 0, since smaller numbers only slow the products down. NaN
 * stays NaN.
 */
import { madd } from './activations';
import { PANEL_MASK, PANEL_SHIFT, ROW } from './panels';

const LEAST: f32 = -60;
/** Adding it rounds to a whole number, which then stands in the low bits. */
const ROUNDER: f32 = 12582912;

// @inline
export function exp4(value: v128): v128 {
  // pmax gives its first operand when the comparison fails, as it does for NaN.
  const x = f32x4.pmax(value, f32x4.splat(LEAST));
  const shifted = madd(x, f32x4.splat(1.44269504), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  // ln 2 in two parts (Cody and Waite 1980), the first so short that its product is exact.
  let r = madd(n, f32x4.splat(-0.693359375), x);
  r = madd(n, f32x4.splat(0.000212194442), r);
  let p = f32x4.splat(0.0013926250394433737);
  p = madd(p, r, f32x4.splat(0.00836323294788599));
  p = madd(p, r, f32x4.splat(0.04166655242443085));
  p = madd(p, r, f32x4.splat(0.16666576266288757));
  p = madd(p, r, f32x4.splat(0.5));
  p = madd(p, r, f32x4.splat(1));
  p = madd(p, r, f32x4.splat(1));
  const power = i32x4.add(i32x4.shl(shifted, 23), i32x4.splat(0x3f800000));
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(value, f32x4.splat(LEAST)));
}

/** Applies exp in place to `count` numbers (a multiple of four), for its test. */
export function expArray(at: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) v128.store(at + i * 4, exp4(v128.load(at + i * 4)));
}

// @inline
function largest(x: v128): f32 {
  const a = f32x4.max(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.max(a, v128.shuffle<f32>(a, a, 1, 0, 3, 2)), 0);
}

// @inline
function total(x: v128): f32 {
  const a = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1);
}

/** Address of one class's number in a row of panels. */
// @inline
function place(row: usize, panel: usize, index: i32): usize {
  return row + <usize>(index >> PANEL_SHIFT) * panel + ((index & PANEL_MASK) << 2);
}

/**
 * Turns one row of `panels` panels, `panel` bytes apart, from logits into
 * cotangent · (softmax(logits) - one-hot of the target).
 * @returns the cross-entropy, logsumexp(logits) - logits[target], nats
 */
export function crossEntropy(
  row: usize, panel: usize, panels: i32, target: i32, cotangent: f32
): f64 {
  const end = row + <usize>panels * panel;
  const chosen = place(row, panel, target);
  const logit = load<f32>(chosen);
  let high = v128.load(row);
  for (let at = row; at < end; at += panel) {
    high = f32x4.max(high, f32x4.max(v128.load(at), v128.load(at, 16)));
  }
  const most = largest(high);
  let sums = f32x4.splat(0);
  for (let at = row; at < end; at += panel) {
    const a = exp4(f32x4.sub(v128.load(at), f32x4.splat(most)));
    const b = exp4(f32x4.sub(v128.load(at, 16), f32x4.splat(most)));
    v128.store(at, a);
    v128.store(at, b, 16);
    sums = f32x4.add(sums, f32x4.add(a, b));
  }
  const sum = total(sums);
  const factor = f32x4.splat(cotangent / sum);
  for (let at = row; at < end; at += panel) {
    v128.store(at, f32x4.mul(v128.load(at), factor));
    v128.store(at, f32x4.mul(v128.load(at, 16), factor), 16);
  }
  store<f32>(chosen, load<f32>(chosen) - cotangent);
  return Math.log(<f64>sum) + <f64>most - <f64>logit;
}

/** Sets one row of panels to zero. */
export function clearRow(row: usize, panel: usize, panels: i32): void {
  for (let p = 0; p < panels; p++) {
    memory.fill(row, 0, ROW);
    row += panel;
  }
}
