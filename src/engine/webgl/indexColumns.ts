/**
 * Index columns, prepared on the processor: they are few, and a list of the places that select each
 * weight row turns the scatter-add of the gradient into short sums.
 */
import { prefixSums } from '../../lib/prefixSums';
import type { Context } from './context';
import { type Grid, roundUp, slotRegion, type Texels, upload, type Workspace } from './textures';

export interface IndexInput {
  /** [batch, time, columns] */
  values: Int32Array;
  batch: number;
  time: number;
  columnClasses: readonly number[];
}

/** Weight row of every index (of zeros outside the classes), and of the bias as a last column. */
interface WeightRows {
  width: number;
  rowOf(batch: number, time: number, column: number): number;
}

/** The kernel's rows are followed by the bias and a row of zeros. */
const biasRow = (kernelRows: number): number => kernelRows;
const zeroRow = (kernelRows: number): number => kernelRows + 1;

function weightRows({ values, time, columnClasses }: IndexInput, kernelRows: number): WeightRows {
  const offsets = prefixSums(columnClasses);
  return {
    width: columnClasses.length + 1,
    rowOf: (b, t, column) => {
      if (column === columnClasses.length) return biasRow(kernelRows);
      const index = values[(b * time + t) * columnClasses.length + column];
      const inRange = index >= 0 && index < columnClasses[column];
      return inRange ? offsets[column] + index : zeroRow(kernelRows);
    },
  };
}

/** Weight rows in the layout of states: a texel names those of four batch rows in one column. */
export function indexStack(
  context: Context,
  workspace: Workspace,
  grid: Grid,
  input: IndexInput,
  kernelRows: number,
): Texels {
  const { width, rowOf } = weightRows(input, kernelRows);
  const stack = workspace.stack(grid, width, input.time);
  const across = stack.info.shape[1];
  const texels = new Float32Array(stack.info.shape[0] * across * 4).fill(zeroRow(kernelRows));
  for (let t = 0; t < input.time; t++) {
    const { x, y } = slotRegion(grid, width, t);
    for (let b = 0; b < input.batch; b++) {
      const row = (y + (b >> 2)) * across + x;
      for (let k = 0; k < width; k++) texels[(row + k) * 4 + (b & 3)] = rowOf(b, t, k);
    }
  }
  upload(context, stack, texels);
  return stack;
}

export interface Places {
  /** Texel y: where the places of weight row y in batch rows 4k + 0, 1, 2, 3 begin in `places`. */
  bounds: Texels;
  /** Positions (x, y) of gate cotangents, in slots `tiles` texels wide. */
  places: Texels;
}

const MOST_ACROSS = 1024;

/** Lists the places that select each weight row. */
export function listPlaces(
  context: Context,
  workspace: Workspace,
  input: IndexInput,
  kernelRows: number,
  grid: Grid,
  tiles: number,
): Places {
  const { width, rowOf } = weightRows(input, kernelRows);
  const across = Math.min(MOST_ACROSS, context.maxTextureSize);
  // Counting sort by weight row, then by batch row modulo 4, which decides the texture.
  const keyOf = (b: number, t: number, k: number): number => rowOf(b, t, k) * 4 + (b & 3);
  const begins = new Float32Array(roundUp(zeroRow(kernelRows) + 2, across) * 4);
  const visit = (at: (key: number, b: number, t: number) => void): void => {
    for (let b = 0; b < input.batch; b++) {
      for (let t = 0; t < input.time; t++) {
        for (let k = 0; k < width; k++) at(keyOf(b, t, k), b, t);
      }
    }
  };
  visit((key) => {
    begins[key + 1]++;
  });
  for (let key = 1; key < begins.length; key++) begins[key] += begins[key - 1];
  const next = begins.slice();
  const count = input.batch * input.time * width;
  const list = new Float32Array(roundUp(count, across) * 4);
  visit((key, b, t) => {
    const { x, y } = slotRegion(grid, tiles, t);
    list.set([x, y + (b >> 2)], next[key]++ * 4);
  });
  return {
    bounds: uploadList(context, workspace, across, begins),
    places: uploadList(context, workspace, across, list),
  };
}

function uploadList(
  context: Context,
  workspace: Workspace,
  across: number,
  values: Float32Array,
): Texels {
  const list = workspace.take(across, values.length / 4 / across);
  upload(context, list, values);
  return list;
}
