/**
 * Texture layouts. All textures are RGBA32F from tfjs's texture manager, which counts and reuses
 * them:
 *
 * - state: a texel holds four batch rows of one unit (or feature): x = unit, y = block of 4 rows.
 * - gates: a texel holds the gates i, f, c, o of one unit. Batch row 4y + r of unit x*n + j is in
 *   texture j*4 + r at (x, y), where n is `unitsPerTile`.
 * - weights: a texel holds the gates of one unit in one row: x = unit, y = row.
 *
 * States and gates of many time steps are stacked: slot s is a region of the texture. As one
 * column of slots may be higher than a texture can be, they continue in further columns.
 *
 * Units, inputs and batch rows are padded to multiples of 8, 4 and 4. The padding is computed like
 * the rest, from weights and cotangents of zero, so that no loop needs a remainder.
 */
import type { TensorInfo } from '@tensorflow/tfjs';
import { clamp } from '../../lib/clamp';
import { t } from '../../texts/t';
import type { Context } from './context';
import type { Region } from './painter';

export const UNIT_MULTIPLE = 8;
export const INPUT_MULTIPLE = 4;

export interface Texels {
  info: TensorInfo;
  texture: WebGLTexture;
}

/** How slots are stacked; all stacks of one sequence share it, so that their rows match. */
export interface Grid {
  /** Blocks of 4 batch rows: the height of a slot. */
  rowBlocks: number;
  /** Slots above each other before the next column begins. */
  perColumn: number;
}

export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

export function gridFor(context: Context, batch: number, slots: number): Grid {
  const rowBlocks = Math.max(1, Math.ceil(batch / 4));
  const most = Math.floor(context.maxTextureSize / rowBlocks);
  return { rowBlocks, perColumn: clamp(slots, 1, most) };
}

/** Region of one slot that is `width` texels wide. */
export function slotRegion({ rowBlocks, perColumn }: Grid, width: number, slot: number): Region {
  const column = Math.floor(slot / perColumn);
  const y = (slot % perColumn) * rowBlocks;
  return { x: column * width, y, width, height: rowBlocks };
}

/** Regions that cover slots 0 to `slots` - 1, one for each column, with their first slot. */
export function columnRegions(
  { rowBlocks, perColumn }: Grid,
  width: number,
  slots: number,
): (Region & { firstSlot: number })[] {
  return Array.from({ length: Math.ceil(slots / perColumn) }, (_, column) => {
    const firstSlot = column * perColumn;
    const height = Math.min(perColumn, slots - firstSlot) * rowBlocks;
    return { x: column * width, y: 0, width, height, firstSlot };
  });
}

/**
 * Allocates textures for one pass and frees those that are not claimed.
 * @throws RangeError when one would be larger than the adapter allows.
 */
export class Workspace {
  readonly #context: Context;
  readonly #taken = new Set<Texels>();

  constructor(context: Context) {
    this.#context = context;
  }

  take(width: number, height: number): Texels {
    const { backend, maxTextureSize: limit } = this.#context;
    if (width > limit || height > limit) {
      throw new RangeError(t('engine.textureTooLarge', { width, height, limit }));
    }
    const info = backend.makeTensorInfo([height, width, 4], 'float32');
    const data = backend.getDataInfo(info.dataId);
    // tfjs measures packed textures in scalars, two by two in a texel.
    data.isPacked = true;
    data.texShape = [2 * height, 2 * width];
    const texels = { info, texture: backend.getTexture(info.dataId) };
    this.#taken.add(texels);
    return texels;
  }

  /** A texture for slots 0 to `slots` - 1. */
  stack({ rowBlocks, perColumn }: Grid, width: number, slots: number): Texels {
    const columns = Math.max(1, Math.ceil(slots / perColumn));
    return this.take(columns * width, clamp(slots, 1, perColumn) * rowBlocks);
  }

  /** Lets `texels` outlive this workspace. */
  claim(texels: Texels): Texels {
    this.#taken.delete(texels);
    return texels;
  }

  release(): void {
    const { backend } = this.#context;
    for (const { info } of this.#taken) backend.disposeIntermediateTensorInfo(info);
    this.#taken.clear();
  }
}

/**
 * Ties the life of textures to one handle: disposing the handle disposes them all. tfjs does so for
 * the two parts of a complex tensor; a chain of such pairs holds any number.
 */
export function tie(context: Context, textures: readonly Texels[]): TensorInfo {
  const { backend } = context;
  let handle = emptyTensor(context, [0]);
  for (const { info } of textures) {
    const next = emptyTensor(context, [0]);
    backend.getDataInfo(next.dataId).complexTensorInfos = { real: info, imag: handle };
    handle = next;
  }
  return handle;
}

export function emptyTensor({ backend }: Context, shape: number[]): TensorInfo {
  return backend.makeTensorInfo(shape, 'float32', new Float32Array(0));
}

/** Another reference to the same data, to hand out as an output: never the input's own tensor. */
export function share({ backend }: Context, { dataId, shape, dtype }: TensorInfo): TensorInfo {
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** A tensor of tfjs, for programs that read it by `TENSOR` of `glsl.ts`. */
export interface Source {
  texture: WebGLTexture;
  /** Width of the texture in texels; and place of the tensor's first value, -1 when packed. */
  origin: readonly [number, number];
  /** Columns and rows of the tensor's last two axes. */
  size: readonly [number, number];
  free(): void;
}

export function sourceOf(context: Context, tensor: TensorInfo): Source {
  const { backend } = context;
  const given = backend.getDataInfo(tensor.dataId);
  const { values } = given;
  if (!given.texture && values instanceof Float32Array) {
    return sourceOfValues(context, tensor.shape, values);
  }
  // The blocks of a packed tensor follow the rows and columns that it had when it was packed.
  const reshaped = given.isPacked === true && !sameBlocks(given.shape, tensor.shape);
  const { dataId } = reshaped ? backend.unpackTensor(tensor) : tensor;
  const texture = backend.getTexture(dataId);
  const { isPacked, texShape, slice } = backend.getDataInfo(dataId);
  const width = texShapeOf(texShape)[1];
  return {
    texture,
    origin: isPacked ? [Math.ceil(width / 2), -1] : [width, slice?.flatOffset ?? 0],
    size: columnsAndRows(tensor.shape),
    free: () => {
      if (reshaped) backend.disposeData(dataId);
    },
  };
}

/**
 * Values that are still in the processor's memory, as inputs and starting states are. tfjs would
 * upload them and convert them by one more program for each shape.
 */
function sourceOfValues(context: Context, shape: number[], values: Float32Array): Source {
  const { gl, backend } = context;
  const { info, texture, region } = newFlatTensor(context, shape);
  const { width, height } = region;
  const whole = new Float32Array(width * height);
  whole.set(values);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RED, gl.FLOAT, whole);
  return {
    texture,
    origin: [width, 0],
    size: columnsAndRows(shape),
    free: () => backend.disposeData(info.dataId),
  };
}

function columnsAndRows(shape: number[]): readonly [number, number] {
  const [columns = 1, rows = 1] = shape.slice(-2).reverse();
  return [columns, rows];
}

/** Whether two shapes of one tensor are packed alike: leading axes are only counted. */
function sameBlocks(a: number[], b: number[]): boolean {
  const [left, right] = [columnsAndRows(a), columnsAndRows(b)];
  return left[0] === right[0] && left[1] === right[1];
}

/** A new tensor in tfjs's unpacked layout, for a program to fill. */
export function newFlatTensor(
  { backend }: Context,
  shape: number[],
): { info: TensorInfo; texture: WebGLTexture; region: Region } {
  const info = backend.makeTensorInfo(shape, 'float32');
  const texture = backend.getTexture(info.dataId);
  const [height, width] = texShapeOf(backend.getDataInfo(info.dataId).texShape);
  return { info, texture, region: { x: 0, y: 0, width, height } };
}

/** A new tensor in tfjs's packed layout, for a program to fill. */
export function newPackedTensor(
  { backend }: Context,
  shape: number[],
): { info: TensorInfo; texture: WebGLTexture; region: Region } {
  const info = backend.makeTensorInfo(shape, 'float32');
  backend.getDataInfo(info.dataId).isPacked = true;
  const texture = backend.getTexture(info.dataId);
  const [height, width] = texShapeOf(backend.getDataInfo(info.dataId).texShape);
  const region = { x: 0, y: 0, width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  return { info, texture, region };
}

/** Writes values into a whole texture. */
export function upload({ gl }: Context, { texture, info }: Texels, values: Float32Array): void {
  const [height, width] = info.shape;
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RGBA, gl.FLOAT, values);
}

function texShapeOf(texShape: [number, number] | undefined): [number, number] {
  if (texShape === undefined) throw new TypeError('A tensor has no texture');
  return texShape;
}
