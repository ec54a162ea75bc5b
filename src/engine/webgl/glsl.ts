/** Small pieces of GLSL text that the LSTM's programs share. */

/** 0, 1, ..., n - 1 */
export function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** One piece of text for each number below n. */
export function repeat(n: number, piece: (i: number) => string): string {
  return range(n).map(piece).join('\n');
}

/** Names of n samplers that hold one thing together: `gates0`, `gates1`, ... */
export function numbered(name: string, n: number): string[] {
  return range(n).map((i) => `${name}${i}`);
}

/** `.x` to `.w` */
export function component(i: number): string {
  return `.${'xyzw'[i]}`;
}

// tanh by the exponential: the built-in one overflows on some adapters.
export const TANH = 'vec4 tanhOf(vec4 x) { return 2. / (1. + exp(-2. * x)) - 1.; }';

/** texelFetch, for where speed does not matter. */
export const TEXEL =
  'vec4 texel(sampler2D s, int x, int y) { return texelFetch(s, ivec2(x, y), 0); }';

/**
 * Reading a tensor of tfjs, in either of its layouts. Unpacked, values lie row after row, one a
 * texel; packed, a texel holds two columns of two rows. `place` is (plane, row, column).
 */
export const TENSOR = `
int unpackedAt(ivec2 size, ivec3 place) {
  return (place.x * size.y + place.y) * size.x + place.z;
}
int packedAt(ivec2 size, ivec3 place) {
  ivec2 blocks = (size + 1) / 2;
  return (place.x * blocks.y + place.y / 2) * blocks.x + place.z / 2;
}
vec4 texelOf(sampler2D tensor, int width, int n) {
  return texelFetch(tensor, ivec2(n % width, n / width), 0);
}
float valueOf(sampler2D tensor, ivec2 origin, ivec2 size, ivec3 place) {
  int width = origin.x;
  if (origin.y >= 0) return texelOf(tensor, width, origin.y + unpackedAt(size, place)).r;
  return texelOf(tensor, width, packedAt(size, place))[2 * (place.y % 2) + place.z % 2];
}`;

/**
 * Declares `name` = the texel of `unit` in row `row`, where n textures share the units: unit u is
 * in texture u % n at x = `left` + u / n.
 */
export function selectByUnit(
  name: string,
  samplers: readonly string[],
  row: string,
  left: string,
): string {
  const n = samplers.length;
  const texel = (sampler: string): string => `texel(${sampler}, ${left} + unit / ${n}, ${row})`;
  const [first, ...rest] = samplers;
  return [
    `vec4 ${name} = ${texel(first)};`,
    ...rest.map((sampler, i) => `if (unit % ${n} == ${i + 1}) ${name} = ${texel(sampler)};`),
  ].join('\n');
}
