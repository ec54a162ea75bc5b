/**
 * The three draws of a backward time step (gate cotangents, cell cotangent, hidden cotangent) and
 * the weight gradients, which are one product over all time steps at the end.
 */
import { gateNames, selectGate } from './forwardShaders';
import { component, numbered, range, repeat, selectByUnit, TANH, TEXEL } from './glsl';
import type { Shader } from './painter';

/** Hidden units that one fragment of a product handles: as many as every adapter has targets. */
export const ROWS_PER_TILE = 4;

/** Names of the textures that a `productShader` fills: unit 4x + i is in number i. */
export const tileNames = (name: string): string[] => numbered(name, ROWS_PER_TILE);

/** Names of the gate cotangents, in the layout of the gates. */
export const cotangentNames = (unitsPerTile: number): string[] =>
  numbered('dGates', 4 * unitsPerTile);

/**
 * Declares `dHidden`, `tanhCell` and a function-like loop's inputs for `unit`: what arrives from
 * the output of this time step (`outer`), and from the next time step (`carried`).
 */
const HIDDEN_COTANGENT = `
  vec4 dHidden = vec4(0.);
  if (hasCarried == 1) {
    ${selectByUnit('fromNext', tileNames('carried'), 'at.y', '0')}
    dHidden += fromNext;
  }
  if (hasOuter == 1) dHidden += texel(outer, outerFrom.x + unit, outerFrom.y + at.y);
  vec4 tanhCell = tanhOf(texel(cell, stateFrom.x + unit, stateFrom.y + at.y));
  vec4 dCellOut = texel(dCell, unit, at.y);`;

const COTANGENT_SAMPLERS = ['cell', 'dCell', 'outer', ...tileNames('carried')];
const COTANGENT_INTEGERS = ['hasCarried', 'hasOuter'];

/** Cotangents of the gates before sigmoid and tanh. */
export function gateCotangentShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: [...COTANGENT_SAMPLERS, 'cellBefore', ...gateNames(n)],
    integers: COTANGENT_INTEGERS,
    points: ['to', 'stateFrom', 'outerFrom', 'beforeFrom'],
    outputs: 4 * n,
    code: `
${TANH}
${TEXEL}
vec4 cotangent(vec4 gate, float dh, float dc, float tanhC, float before) {
  dc += dh * gate.w * (1. - tanhC * tanhC);
  return vec4(
    dc * gate.z * gate.x * (1. - gate.x),
    dc * before * gate.y * (1. - gate.y),
    dc * gate.x * (1. - gate.z * gate.z),
    dh * tanhC * gate.w * (1. - gate.w));
}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  ivec2 at = here - to;
  ${repeat(
    n,
    (j) => `{
    int unit = ${n} * at.x + ${j};
    ${HIDDEN_COTANGENT}
    vec4 before = texel(cellBefore, beforeFrom.x + unit, beforeFrom.y + at.y);
    ${repeat(4, (r) => {
      const c = component(r);
      const gate = `texel(gates${j * 4 + r}, here.x, here.y)`;
      const rest = `dHidden${c}, dCellOut${c}, tanhCell${c}, before${c}`;
      return `out${j * 4 + r} = cotangent(${gate}, ${rest});`;
    })}
  }`,
  )}
}`,
  };
}

/** Cotangent of the cell state before this time step. */
export function cellCotangentShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: [...COTANGENT_SAMPLERS, ...gateNames(n)],
    integers: COTANGENT_INTEGERS,
    points: ['stateFrom', 'outerFrom', 'gatesFrom'],
    outputs: 1,
    code: `
${TANH}
${TEXEL}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int unit = at.x;
  ${HIDDEN_COTANGENT}
  vec4 forget, outputGate;
  ${repeat(
    4,
    (r) => `{
    ${selectGate(n, r)}
    forget${component(r)} = gate.y;
    outputGate${component(r)} = gate.w;
  }`,
  )}
  out0 = (dCellOut + dHidden * outputGate * (1. - tanhCell * tanhCell)) * forget;
}`,
  };
}

/**
 * Gate cotangents times transposed weights: the cotangent of what those weights multiplied. A
 * fragment makes four units of four batch rows.
 */
export function transposedProductShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: ['weights', ...cotangentNames(n)],
    integers: ['tileCount', 'firstRow'],
    points: ['to', 'cotangentFrom'],
    outputs: ROWS_PER_TILE,
    code: `
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - to;
  vec2 side = 1. / vec2(textureSize(dGates0, 0));
  vec2 weightSide = 1. / vec2(textureSize(weights, 0));
  float row = (float(cotangentFrom.y + at.y) + .5) * side.y;
  float weightRow = (float(firstRow + ${ROWS_PER_TILE} * at.x) + .5) * weightSide.y;
  ${repeat(ROWS_PER_TILE, (i) => `vec4 sum${i} = vec4(0.);`)}
  for (int k = 0; k < tileCount; k += 2) {
    ${repeat(2, (step) =>
      repeat(
        n,
        (j) => `{
      vec2 from = vec2((float(cotangentFrom.x + k + ${step}) + .5) * side.x, row);
      mat4 dGates = mat4(
        ${range(4)
          .map((r) => `texture(dGates${j * 4 + r}, from)`)
          .join(', ')});
      float x = (float(${n} * (k + ${step}) + ${j}) + .5) * weightSide.x;
      ${repeat(
        ROWS_PER_TILE,
        (i) => `sum${i} += texture(weights, vec2(x, weightRow + ${i}. * weightSide.y)) * dGates;`,
      )}
    }`,
      ),
    )}
  }
  ${repeat(ROWS_PER_TILE, (i) => `out${i} = sum${i};`)}
}`,
  };
}

/**
 * States times gate cotangents, summed over the rows of one column of slots after another: the
 * gradient of the weights that multiplied those states. Four weight rows of a tile of units a
 * fragment; row 4y + i of unit x*n + j comes out in target j*4 + i.
 */
export function weightGradientShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: ['states', ...cotangentNames(n)],
    integers: ['stateWidth', 'tileCount', 'columnHeight', 'height'],
    points: [],
    outputs: 4 * n,
    code: `
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec2 side = 1. / vec2(textureSize(dGates0, 0));
  vec2 stateSide = 1. / vec2(textureSize(states, 0));
  ${repeat(4 * n, (i) => `vec4 sum${i} = vec4(0.);`)}
  int left = height;
  for (int column = 0; left > 0; column++) {
    float x = (float(column * tileCount + at.x) + .5) * side.x;
    float stateX = (float(column * stateWidth + 4 * at.y) + .5) * stateSide.x;
    int rows = min(left, columnHeight);
    for (int k = 0; k < rows; k++) {
      float y = (float(k) + .5) * side.y;
      float stateY = (float(k) + .5) * stateSide.y;
      ${repeat(
        4,
        (i) => `vec4 state${i} = texture(states, vec2(stateX + ${i}. * stateSide.x, stateY));`,
      )}
      ${repeat(
        n,
        (j) => `{
        ${repeat(4, (r) => `vec4 dGate${r} = texture(dGates${j * 4 + r}, vec2(x, y));`)}
        ${repeat(4, (i) => {
          const products = range(4).map((r) => `state${i}${component(r)} * dGate${r}`);
          return `sum${j * 4 + i} += ${products.join(' + ')};`;
        })}
      }`,
      )}
    }
    left -= rows;
  }
  ${repeat(4 * n, (i) => `out${i} = sum${i};`)}
}`,
  };
}

/**
 * The same for index columns: each weight row sums the gate cotangents of the places that name it.
 * `bounds` has, for weight row y, where its places in batch rows 4k + 0, 1, 2, 3 begin; `places`
 * lists them as positions in the cotangent textures. Unit x*n + j comes out in target j.
 */
export function scatterShader(unitsPerTile: number): Shader {
  const n = unitsPerTile;
  return {
    samplers: ['bounds', 'places', ...cotangentNames(n)],
    integers: [],
    points: [],
    outputs: n,
    code: `
ivec4 boundsOf(int row) {
  int width = textureSize(bounds, 0).x;
  return ivec4(texelFetch(bounds, ivec2(row % width, row / width), 0));
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int width = textureSize(places, 0).x;
  ivec4 begin = boundsOf(at.y);
  ivec4 end = ivec4(begin.yzw, boundsOf(at.y + 1).x);
  ${repeat(n, (j) => `vec4 sum${j} = vec4(0.);`)}
  ${repeat(
    4,
    (r) => `
  for (int k = begin${component(r)}; k < end${component(r)}; k++) {
    ivec2 place = ivec2(texelFetch(places, ivec2(k % width, k / width), 0).xy);
    place.x += at.x;
    ${repeat(n, (j) => `sum${j} += texelFetch(dGates${j * 4 + r}, place, 0);`)}
  }`,
  )}
  ${repeat(n, (j) => `out${j} = sum${j};`)}
}`,
  };
}
