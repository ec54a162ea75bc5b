/** Moves tensors into and out of the layouts of `textures.ts`, one draw each (one a column). */
import type { TensorInfo } from '@tensorflow/tfjs';
import { tileNames } from './backwardShaders';
import type { Context } from './context';
import type { Painter, Shader } from './painter';
import { readStackedStates, readTiledStates } from './shaders';
import {
  columnRegions,
  emptyTensor,
  type Grid,
  newFlatTensor,
  sourceOf,
  type Texels,
} from './textures';
import { fillStates, fillWeights } from './transferShaders';

export interface StateSource {
  grid: Grid;
  /** Texels that a slot is wide. */
  slotWidth: number;
  /** Slots to fill, from 0 on. */
  slots: number;
  batch: number;
  width: number;
  /** [batch, slots, width], or [batch, width] for one slot. */
  source: TensorInfo;
  /** [batch, width], added to the last slot. */
  addedToLast?: TensorInfo;
  /** Feature that is one, for the bias. */
  oneAt?: number;
}

export function fillStatesFrom(
  context: Context,
  painter: Painter,
  { texture }: Texels,
  states: StateSource,
): void {
  const { grid, slotWidth, slots, batch, width } = states;
  const source = sourceOf(context, states.source);
  const extra = states.addedToLast && sourceOf(context, states.addedToLast);
  const second = extra ?? source;
  const target = painter.target([texture]);
  for (const region of columnRegions(grid, slotWidth, slots)) {
    painter.draw(fillStates, {
      target,
      region,
      textures: { source: source.texture, extra: second.texture },
      integers: {
        ...{ batch, width, rowBlocks: grid.rowBlocks, firstSlot: region.firstSlot },
        oneAt: states.oneAt ?? -1,
        extraSlot: extra ? slots - 1 : -1,
        sourceRank: states.source.shape.length,
      },
      points: {
        to: [region.x, region.y],
        ...{ sourceOrigin: source.origin, sourceSize: source.size },
        ...{ extraOrigin: second.origin, extraSize: second.size },
      },
    });
  }
  source.free();
  extra?.free();
}

/** Fills weight rows `y` to `y + height` from a tensor [rows, 4*units] or [4*units]. */
export function fillWeightsFrom(
  context: Context,
  painter: Painter,
  { texture, info }: Texels,
  tensor: TensorInfo,
  { y, height }: { y: number; height: number },
): void {
  const source = sourceOf(context, tensor);
  painter.draw(fillWeights, {
    target: painter.target([texture]),
    region: { x: 0, y, width: info.shape[1], height },
    textures: { source: source.texture },
    integers: { units: source.size[0] / 4 },
    points: { to: [0, y], sourceOrigin: source.origin, sourceSize: source.size },
  });
  source.free();
}

/**
 * A new tensor [batch, time, width] or [batch, width] from slots `firstSlot` on: of one texture of
 * states, or of the tiles that a transposed product fills.
 */
export function readStatesTo(
  context: Context,
  painter: Painter,
  textures: readonly Texels[],
  grid: Grid,
  slotWidth: number,
  firstSlot: number,
  shape: number[],
): TensorInfo {
  if (shape.includes(0)) return emptyTensor(context, shape);
  const names = textures.length === 1 ? ['states'] : tileNames('tile');
  return read(
    context,
    painter,
    textures.length === 1 ? readStackedStates : readTiledStates,
    Object.fromEntries(names.map((name, i) => [name, textures[i].texture])),
    {
      time: shape.length === 3 ? shape[1] : 1,
      width: shape[shape.length - 1],
      rowBlocks: grid.rowBlocks,
      perColumn: grid.perColumn,
      slotWidth,
      firstSlot,
    },
    shape,
  );
}

/** A new tensor [rows, 4*units] or [4*units] from rows `firstRow` on of weight gradients. */
export function readWeightsTo(
  context: Context,
  painter: Painter,
  shader: Shader,
  gradient: readonly Texels[],
  firstRow: number,
  shape: number[],
): TensorInfo {
  return read(
    context,
    painter,
    shader,
    Object.fromEntries(shader.samplers.map((name, i) => [name, gradient[i].texture])),
    { units: shape[shape.length - 1] / 4, firstRow },
    shape,
  );
}

function read(
  context: Context,
  painter: Painter,
  shader: Shader,
  textures: Record<string, WebGLTexture>,
  integers: Record<string, number>,
  shape: number[],
): TensorInfo {
  const { info, texture, region } = newFlatTensor(context, shape);
  painter.draw(shader, {
    target: painter.target([texture]),
    region,
    textures,
    integers: { ...integers, resultWidth: region.width },
  });
  return info;
}
