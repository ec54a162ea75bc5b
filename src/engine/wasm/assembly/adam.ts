/** Adam's update of one variable in one pass, and the sum of squares that clipping needs. */
import { madd } from './activations';

/** Sum of squares of `count` numbers, a multiple of four. */
export function sumOfSquares(at: usize, count: i32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  const end = at + <usize>count * 4;
  for (; at < end; at += 16) {
    const x = v128.load(at);
    const a = f64x2.promote_low_f32x4(x);
    const b = f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * value -= rate * m / (sqrt(v) + epsilon), after m and v have taken in scale * gradient.
 * `count` is a multiple of four; the arrays' ends are padded.
 */
export function adamUpdate(
  value: usize,
  m: usize,
  v: usize,
  gradient: usize,
  count: i32,
  scale: f32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  const end = value + <usize>count * 4;
  const decay1 = f32x4.splat(beta1);
  const decay2 = f32x4.splat(beta2);
  const fresh1 = f32x4.splat(1 - beta1);
  const fresh2 = f32x4.splat(1 - beta2);
  for (; value < end; value += 16) {
    const g = f32x4.mul(v128.load(gradient), f32x4.splat(scale));
    const mean = madd(decay1, v128.load(m), f32x4.mul(fresh1, g));
    const square = madd(decay2, v128.load(v), f32x4.mul(fresh2, f32x4.mul(g, g)));
    const root = f32x4.add(f32x4.sqrt(square), f32x4.splat(epsilon));
    const change = f32x4.div(f32x4.mul(f32x4.splat(rate), mean), root);
    v128.store(m, mean);
    v128.store(v, square);
    v128.store(value, f32x4.sub(v128.load(value), change));
    m += 16;
    v += 16;
    gradient += 16;
  }
}
