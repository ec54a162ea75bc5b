/** The two draws of a forward time step: gates of all units, then cell and hidden state. */
import { component, numbered, range, repeat, selectByUnit, TANH, TEXEL } from './glsl';
import type { Shader } from './painter';
import { INPUT_MULTIPLE, UNIT_MULTIPLE } from './textures';

/** Names of the gate textures: unit j of a tile, batch row r of a block, is number j*4 + r. */
export const gateNames = (unitsPerTile: number): string[] => numbered('gates', 4 * unitsPerTile);

/**
 * Adds states (`count` of them, from x = `from`.x on, in row `from`.y) times weight rows from
 * `firstRow` on: to `sum0` for the first unit of the tile, to `sum1` for the second, whose columns
 * are batch rows. Four states and four weights of a unit are 64 products from eight fetches; two
 * units a tile make it 128 from twelve. As products of matrices, and unrolled, the shader compilers
 * keep more in registers; on SwiftShader, `texture` is faster than `texelFetch` and `textureLod`.
 * There two fifths of a step go into fetches, which wait for their addresses and not for memory:
 * weights lying along the loop, odd row lengths and narrow draws were measured to gain nothing.
 */
function accumulate(
  n: number,
  states: string,
  from: string,
  count: string,
  firstRow: string,
  unroll: number,
): string {
  const four = (piece: (i: number) => string): string => `mat4(${range(4).map(piece).join(', ')})`;
  const block = (first: number): string => `{
    mat4 state = transpose(${four(
      (i) => `texture(${states}, vec2(x + ${first + i}. * side.x, row))`,
    )});
    ${repeat(n, (j) => {
      const weights = four(
        (i) => `texture(weights, vec2(unitAt${j}, y + ${first + i}. * weightSide.y))`,
      );
      return `sum${j} += ${weights} * state;`;
    })}
  }`;
  return `{
  vec2 side = 1. / vec2(textureSize(${states}, 0));
  float row = (float(${from}.y + at.y) + .5) * side.y;
  for (int k = 0; k < ${count}; k += ${unroll}) {
    float x = (float(${from}.x + k) + .5) * side.x;
    float y = (float(${firstRow} + k) + .5) * weightSide.y;
    ${repeat(unroll / 4, (i) => block(4 * i))}
  }
}`;
}

/** Adds the weight rows that index columns name: a texel holds the rows of four batch rows. */
function gather(n: number): string {
  return `
for (int column = 0; column < inputCount; column++) {
  ivec4 rows = ivec4(texelFetch(inputs, ivec2(inputFrom.x + column, inputFrom.y + at.y), 0));
  ${repeat(n, (j) =>
    repeat(
      4,
      (r) =>
        `sum${j}[${r}] += texelFetch(weights, ivec2(${n} * at.x + ${j}, rows${component(r)}), 0);`,
    ),
  )}
}`;
}

/** Gates i, f, c, o after sigmoid and tanh; the bias is a weight row whose input is one. */
export function gatesShader(unitsPerTile: number, indexed: boolean): Shader {
  const n = unitsPerTile;
  return {
    samplers: ['inputs', 'hidden', 'weights'],
    integers: ['inputCount', 'unitCount', 'recurrentRow'],
    points: ['to', 'inputFrom', 'hiddenFrom'],
    outputs: 4 * n,
    code: `
vec4 activate(vec4 z) {
  vec4 gate = 1. / (1. + exp(-z * vec4(1., 1., 2., 1.)));
  gate.z = 2. * gate.z - 1.;
  return gate;
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - to;
  vec2 weightSide = 1. / vec2(textureSize(weights, 0));
  ${repeat(n, (j) => `float unitAt${j} = (float(${n} * at.x + ${j}) + .5) * weightSide.x;`)}
  ${repeat(n, (j) => `mat4 sum${j} = mat4(0.);`)}
  ${indexed ? gather(n) : accumulate(n, 'inputs', 'inputFrom', 'inputCount', '0', INPUT_MULTIPLE)}
  ${accumulate(n, 'hidden', 'hiddenFrom', 'unitCount', 'recurrentRow', UNIT_MULTIPLE)}
  ${repeat(4 * n, (i) => `out${i} = activate(sum${Math.floor(i / 4)}[${i % 4}]);`)}
}`,
  };
}

/** Cell state and hidden state of four batch rows of one unit. */
export function cellShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: ['cellBefore', ...gateNames(n)],
    integers: [],
    points: ['to', 'gatesFrom', 'cellFrom'],
    outputs: 2,
    code: `
${TANH}
${TEXEL}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - to;
  int unit = at.x;
  vec4 before = texel(cellBefore, cellFrom.x + unit, cellFrom.y + at.y);
  vec4 cell, outputGate;
  ${repeat(
    4,
    (r) => `{
    ${selectGate(n, r)}
    cell${component(r)} = gate.y * before${component(r)} + gate.x * gate.z;
    outputGate${component(r)} = gate.w;
  }`,
  )}
  out0 = cell;
  out1 = outputGate * tanhOf(cell);
}`,
  };
}

/** Declares `gate`, the gates of `unit` in batch row r of the block `at.y`. */
export function selectGate(n: number, r: number): string {
  const samplers = range(n).map((j) => `gates${j * 4 + r}`);
  return selectByUnit('gate', samplers, 'gatesFrom.y + at.y', 'gatesFrom.x');
}
