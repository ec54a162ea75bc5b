/** Between the tensors of tfjs and the LSTM's layouts. */
import { tileNames } from './backwardShaders';
import { component, numbered, range, repeat, selectByUnit, TENSOR, TEXEL } from './glsl';
import type { Shader } from './painter';

/**
 * Fills slots with states from a tensor [batch, time, width], or [batch, width] where `sourceRank`
 * is 2; a second tensor [batch, width] is added to slot `extraSlot`, and feature `oneAt` is one.
 * What lies beyond the tensors is zero.
 */
export const fillStates: Shader = {
  samplers: ['source', 'extra'],
  integers: ['batch', 'width', 'rowBlocks', 'firstSlot', 'oneAt', 'extraSlot', 'sourceRank'],
  points: ['to', 'sourceOrigin', 'sourceSize', 'extraOrigin', 'extraSize'],
  outputs: 1,
  code: `
${TENSOR}
float stateOf(int row, int slot, int x) {
  if (row >= batch) return 0.;
  if (x == oneAt) return 1.;
  if (x >= width) return 0.;
  ivec3 place = sourceRank == 2 ? ivec3(0, row, x) : ivec3(row, slot, x);
  float sum = valueOf(source, sourceOrigin, sourceSize, place);
  if (slot == extraSlot) sum += valueOf(extra, extraOrigin, extraSize, ivec3(0, row, x));
  return sum;
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - to;
  int slot = firstSlot + at.y / rowBlocks;
  int row = 4 * (at.y % rowBlocks);
  out0 = vec4(${range(4)
    .map((r) => `stateOf(row + ${r}, slot, at.x)`)
    .join(', ')});
}`,
};

/** Fills weight rows from a tensor [rows, 4*units]; what lies beyond it is zero. */
export const fillWeights: Shader = {
  samplers: ['source'],
  integers: ['units'],
  points: ['to', 'sourceOrigin', 'sourceSize'],
  outputs: 1,
  code: `
${TENSOR}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy) - to;
  out0 = vec4(0.);
  if (at.y >= sourceSize.y || at.x >= units) return;
  ${repeat(4, (g) => {
    const place = `ivec3(0, at.y, at.x + ${g} * units)`;
    return `out0${component(g)} = valueOf(source, sourceOrigin, sourceSize, ${place});`;
  })}
}`,
};

/** A tensor [batch, time, width] from slots; `layout` says how the states lie in them. */
export function readStates(layout: 'states' | 'tiles'): Shader {
  const samplers = layout === 'states' ? ['states'] : tileNames('tile');
  return {
    samplers,
    integers: ['time', 'width', 'rowBlocks', 'perColumn', 'slotWidth', 'firstSlot', 'resultWidth'],
    points: [],
    outputs: 1,
    code: `
${TEXEL}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int n = at.y * resultWidth + at.x;
  int unit = n % width;
  int step = n / width;
  int slot = firstSlot + step % time;
  int row = step / time;
  int left = (slot / perColumn) * slotWidth;
  ${selectByUnit('states4', samplers, '(slot % perColumn) * rowBlocks + row / 4', 'left')}
  out0 = vec4(states4[row % 4]);
}`,
  };
}

/**
 * A tensor [rows, 4*units] from weight gradients, from row `firstRow` on. Targets of the gradient
 * hold `rowsPerTile` rows for each of `unitsPerTile` units.
 */
export function readWeights(unitsPerTile: number, rowsPerTile: number): Shader {
  const samplers = numbered('gradient', unitsPerTile * rowsPerTile);
  return {
    samplers,
    integers: ['units', 'firstRow', 'resultWidth'],
    points: [],
    outputs: 1,
    code: `
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int n = at.y * resultWidth + at.x;
  int unit = n % units;
  int gate = (n / units) % 4;
  int row = firstRow + n / (4 * units);
  ivec2 from = ivec2(unit / ${unitsPerTile}, row / ${rowsPerTile});
  int index = (unit % ${unitsPerTile}) * ${rowsPerTile} + row % ${rowsPerTile};
  vec4 gates = vec4(0.);
  ${repeat(samplers.length, (i) => `if (index == ${i}) gates = texelFetch(${samplers[i]}, from, 0);`)}
  out0 = vec4(gates[gate]);
}`,
  };
}
