/**
 * Sigmoid and tanh of four numbers at once.
 *
 * tanh(x) is x·P(x²)/Q(x²) with polynomials of degree four, fitted for the least largest relative
 * error on [0, 9] (2.1e-8 before rounding); beyond 9 it is ±1 to single precision. With rounding,
 * tanh is within 6e-7 of the truth, relative to it, and sigmoid(x) = (1 + tanh(x/2))/2 within 3e-7,
 * absolute. NaN stays NaN.
 */

/** a * b + c, in one rounding where the engine can. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

@inline
export function tanh4(value: v128): v128 {
  // pmin and pmax give their first operand when the comparison fails, as it does for NaN.
  const x = f32x4.pmax(f32x4.pmin(value, f32x4.splat(9)), f32x4.splat(-9));
  const s = f32x4.mul(x, x);
  let p = f32x4.splat(1.3354489070138698e-8);
  p = madd(p, s, f32x4.splat(2.060895349131897e-5));
  p = madd(p, s, f32x4.splat(0.0034955802839249372));
  p = madd(p, s, f32x4.splat(0.13381019234657288));
  p = madd(p, s, f32x4.splat(1));
  let q = f32x4.splat(7.776486086186196e-7);
  q = madd(q, s, f32x4.splat(0.0003285621933173388));
  q = madd(q, s, f32x4.splat(0.025876952335238457));
  q = madd(q, s, f32x4.splat(0.46714335680007935));
  q = madd(q, s, f32x4.splat(1));
  const t = f32x4.div(f32x4.mul(x, p), q);
  return f32x4.pmax(f32x4.pmin(t, f32x4.splat(1)), f32x4.splat(-1));
}

@inline
export function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return madd(half, tanh4(f32x4.mul(x, half)), half);
}

/** Applies tanh and sigmoid in place to `count` numbers (a multiple of four), for their tests. */
export function tanhArray(at: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) v128.store(at + i * 4, tanh4(v128.load(at + i * 4)));
}

export function sigmoidArray(at: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) v128.store(at + i * 4, sigmoid4(v128.load(at + i * 4)));
}
