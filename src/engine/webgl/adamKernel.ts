/**
 * Adam on WebGL: one draw a variable writes its new value and both means, in tfjs's packed layout;
 * one program serves variables of all shapes. The gradient's norm takes two draws.
 */
import type { TensorInfo } from '@tensorflow/tfjs';
import type { AdamKernels } from '../adam/contract';
import { contextOf, narrowToWebgl } from './context';
import { TENSOR } from './glsl';
import { Painter, type Shader } from './painter';
import { newFlatTensor, newPackedTensor, type Source, sourceOf, Workspace } from './textures';

/** A texel of a packed tensor, whichever way the tensor lies: two columns of two rows. */
const BLOCK = `
${TENSOR}
vec4 blockOf(sampler2D tensor, ivec2 origin, ivec2 size, int n) {
  if (origin.y < 0) return texelOf(tensor, origin.x, n);
  ivec2 blocks = (size + 1) / 2;
  int line = n / blocks.x;
  ivec3 place = ivec3(line / blocks.y, 2 * (line % blocks.y), 2 * (n % blocks.x));
  vec4 block = vec4(0.);
  bool right = place.z + 1 < size.x;
  block.x = valueOf(tensor, origin, size, place);
  if (right) block.y = valueOf(tensor, origin, size, place + ivec3(0, 0, 1));
  if (place.y + 1 < size.y) {
    block.z = valueOf(tensor, origin, size, place + ivec3(0, 1, 0));
    if (right) block.w = valueOf(tensor, origin, size, place + ivec3(0, 1, 1));
  }
  return block;
}`;

const PARTS = ['value', 'mean', 'square', 'gradient'] as const;

/** See `Adam` for the formula. */
const updateShader: Shader = {
  samplers: [...PARTS, 'scale'],
  integers: ['resultWidth'],
  points: ['size', ...PARTS.map((name) => `${name}Origin`), 'scaleOrigin'],
  numbers: ['rate', 'beta1', 'beta2', 'epsilon'],
  outputs: 3,
  code: `
${BLOCK}
void main() {
  int n = int(gl_FragCoord.y) * resultWidth + int(gl_FragCoord.x);
  float factor = valueOf(scale, scaleOrigin, ivec2(1), ivec3(0));
  vec4 g = factor * blockOf(gradient, gradientOrigin, size, n);
  vec4 newMean = mix(g, blockOf(mean, meanOrigin, size, n), beta1);
  vec4 newSquare = mix(g * g, blockOf(square, squareOrigin, size, n), beta2);
  vec4 change = rate * newMean / (sqrt(newSquare) + epsilon);
  out0 = blockOf(value, valueOrigin, size, n) - change;
  out1 = newMean;
  out2 = newSquare;
}`,
};

/** Side of the square of partial sums. */
const PARTIAL_SUMS = 32;

/** Each fragment sums every PARTIAL_SUMS²-th block, leaving out what lies beside the tensor. */
const partialSumShader: Shader = {
  samplers: ['tensor'],
  integers: ['blockCount'],
  points: ['size', 'origin'],
  outputs: 1,
  code: `
${BLOCK}
void main() {
  int first = int(gl_FragCoord.y) * ${PARTIAL_SUMS} + int(gl_FragCoord.x);
  ivec2 blocks = (size + 1) / 2;
  vec4 sum = vec4(0.);
  for (int n = first; n < blockCount; n += ${PARTIAL_SUMS * PARTIAL_SUMS}) {
    vec4 block = blockOf(tensor, origin, size, n);
    bool right = 2 * (n % blocks.x) + 1 < size.x;
    bool below = 2 * ((n / blocks.x) % blocks.y) + 1 < size.y;
    sum.x += block.x * block.x;
    if (right) sum.y += block.y * block.y;
    if (below) sum.z += block.z * block.z;
    if (right && below) sum.w += block.w * block.w;
  }
  out0 = sum;
}`,
};

const totalShader: Shader = {
  samplers: ['partial'],
  integers: [],
  points: [],
  outputs: 1,
  code: `
void main() {
  vec4 sum = vec4(0.);
  for (int y = 0; y < ${PARTIAL_SUMS}; y++) {
    for (int x = 0; x < ${PARTIAL_SUMS}; x++) sum += texelFetch(partial, ivec2(x, y), 0);
  }
  out0 = vec4(dot(sum, vec4(1.)));
}`,
};

/** Texels that a tensor of this shape has when packed. */
function blocksOf(shape: readonly number[], [columns, rows]: Source['size']): number {
  const planes = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  return planes * Math.ceil(rows / 2) * Math.ceil(columns / 2);
}

export const webglAdam: AdamKernels = {
  backendName: 'webgl',

  sumOfSquares(values, backend): TensorInfo {
    const context = contextOf(narrowToWebgl(backend));
    const workspace = new Workspace(context);
    const painter = new Painter(context);
    try {
      const tensor = sourceOf(context, values);
      const partial = workspace.take(PARTIAL_SUMS, PARTIAL_SUMS);
      painter.draw(partialSumShader, {
        target: painter.target([partial.texture]),
        region: { x: 0, y: 0, width: PARTIAL_SUMS, height: PARTIAL_SUMS },
        textures: { tensor: tensor.texture },
        integers: { blockCount: blocksOf(values.shape, tensor.size) },
        points: { size: tensor.size, origin: tensor.origin },
      });
      const { info, texture, region } = newFlatTensor(context, []);
      const target = painter.target([texture]);
      painter.draw(totalShader, { target, region, textures: { partial: partial.texture } });
      tensor.free();
      painter.dispose();
      return info;
    } finally {
      workspace.release();
    }
  },

  update({ value, mean, square, gradient, scale }, numbers, backend): TensorInfo[] {
    const context = contextOf(narrowToWebgl(backend));
    const painter = new Painter(context);
    const sources = {
      value: sourceOf(context, value),
      mean: sourceOf(context, mean),
      square: sourceOf(context, square),
      gradient: sourceOf(context, gradient),
      scale: sourceOf(context, scale),
    };
    const results = [value, mean, square].map(({ shape }) => newPackedTensor(context, shape));
    const { region } = results[0];
    painter.draw(updateShader, {
      target: painter.target(results.map(({ texture }) => texture)),
      region,
      textures: {
        value: sources.value.texture,
        mean: sources.mean.texture,
        square: sources.square.texture,
        gradient: sources.gradient.texture,
        scale: sources.scale.texture,
      },
      integers: { resultWidth: region.width },
      points: {
        size: sources.value.size,
        valueOrigin: sources.value.origin,
        meanOrigin: sources.mean.origin,
        squareOrigin: sources.square.origin,
        gradientOrigin: sources.gradient.origin,
        scaleOrigin: sources.scale.origin,
      },
      numbers: { ...numbers },
    });
    for (const source of Object.values(sources)) source.free();
    painter.dispose();
    return results.map(({ info }) => info);
  },
};
