/** Memory layout of a call of the heads, and each thread's share of the rows. */

import { clamp } from '../../lib/clamp';
import { prefixSums } from '../../lib/prefixSums';
import type { HeadsSize } from '../heads/reference';
import { FieldRecord, recordStride } from './fieldRecord';
import {
  HEAD_FIELDS,
  HEADS_FIELDS,
  type HeadField,
  type HeadsField,
  SHARE_FIELDS,
  type ShareField,
} from './headsFields';
import type { Arena, Heap } from './heap';
import { PANEL_PADDING, padded, panelsFor, ROW_BYTES } from './panels';
import { threadShares } from './threadShares';

/** Rows of a block: their data fits the second-level cache. */
const BLOCK_ROWS = 120;

export const SHARE_STRIDE = recordStride(SHARE_FIELDS);

export interface HeadsPlan {
  call: FieldRecord<HeadsField>;
  heads: FieldRecord<HeadField>[];
  shares: FieldRecord<ShareField>[];
}

interface HeadLayout {
  column: number;
  hidden: number;
  classes: number;
  embeddingRows: number;
  /** Bytes of one panel of [kernel; bias; embedding], and of all. */
  inputPanel: number;
  inputBytes: number;
  /** Bytes of one panel of [output kernel; output bias], and of all. */
  outputPanel: number;
  outputBytes: number;
}

function layoutOf(
  { units, columnClasses, predicted }: HeadsSize,
  hidden: readonly number[],
): HeadLayout[] {
  return predicted.map((column, h) => {
    const classes = columnClasses[column];
    const embeddingRows = prefixSums(columnClasses)[column];
    const inputPanel = (padded(units) + 1 + embeddingRows) * ROW_BYTES;
    const outputPanel = (padded(hidden[h]) + 1) * ROW_BYTES;
    return {
      column,
      hidden: hidden[h],
      classes,
      embeddingRows,
      inputPanel,
      inputBytes: panelsFor(hidden[h]) * inputPanel,
      outputPanel,
      outputBytes: panelsFor(classes) * outputPanel,
    };
  });
}

/**
 * Lays out a call.
 * @param hidden width of each head's hidden layer
 * @param counted number of rows of a weight other than 0
 * @param saved owner of records and gradients, until the gradients are reduced
 * @param passing owner of the memory that only the pass needs
 */
export function planHeads(
  heap: Heap,
  size: HeadsSize,
  hidden: readonly number[],
  { counted, threads, training }: { counted: number; threads: number; training: boolean },
  saved: Arena,
  passing: Arena,
): HeadsPlan {
  const layouts = layoutOf(size, hidden);
  const gradientBytes = layouts.reduce((sum, head) => sum + head.inputBytes + head.outputBytes, 0);
  const block = clamp(Math.ceil(counted / threads), 1, BLOCK_ROWS);
  const panel = padded(block) * ROW_BYTES + PANEL_PADDING;
  const widest = Math.max(size.units, ...hidden);
  const transposedPanel = padded(widest) * ROW_BYTES + PANEL_PADDING;

  const headStride = recordStride(HEAD_FIELDS);
  const headsAt = saved.allocate(layouts.length * headStride);
  const heads = placeHeads(heap, layouts, padded(size.units), training, headsAt, passing);

  const columnTableAt = passing.allocate(8 * size.columnClasses.length);
  prefixSums(size.columnClasses).forEach((offset, i) => {
    heap.integers(columnTableAt + 8 * i, 2).set([size.columnClasses[i], offset]);
  });

  const sharesAt = saved.allocate(threads * SHARE_STRIDE);
  const bytes = {
    state: panelsFor(size.units) * panel,
    hidden: Math.max(...hidden.map(panelsFor)) * panel,
    outputs: Math.max(...layouts.map(({ classes }) => panelsFor(classes))) * panel,
    transposed: panelsFor(block) * transposedPanel,
  };
  const shares = threadShares(counted, threads).map(({ firstRow, rows }, thread) => {
    const share = new FieldRecord(heap, sharesAt + thread * SHARE_STRIDE, SHARE_FIELDS);
    share.set({
      firstRow,
      rows,
      lossesAt: saved.allocate(8 * layouts.length),
      selectedAt: passing.allocate(4 * block * (layouts.length + size.columnClasses.length)),
      statesAt: passing.allocate(bytes.state),
      hiddenAt: passing.allocate(bytes.hidden),
      outputsAt: passing.allocate(bytes.outputs),
    });
    if (training) {
      share.set({
        gradientsAt: saved.allocate(gradientBytes),
        dStatesAt: passing.allocate(bytes.state),
        dHiddenAt: passing.allocate(bytes.hidden),
        statesTAt: passing.allocate(bytes.transposed),
        hiddenTAt: passing.allocate(bytes.transposed),
      });
    }
    return share;
  });

  const call = new FieldRecord(heap, saved.allocate(4 * HEADS_FIELDS.length), HEADS_FIELDS);
  call.set({
    threads,
    shareStride: SHARE_STRIDE,
    sharesAt,
    heads: layouts.length,
    headStride,
    headsAt,
    units: size.units,
    columnCount: size.columnClasses.length,
    columnTableAt,
    block,
    panel,
    transposedPanel,
    gradientBytes,
    dStateAt: training ? saved.allocate(4 * Math.ceil((size.rows * size.units) / 4) * 4) : 0,
    stateRows: size.rows,
  });
  return { call, heads, shares };
}

function placeHeads(
  heap: Heap,
  layouts: readonly HeadLayout[],
  paddedUnits: number,
  training: boolean,
  at: number,
  passing: Arena,
): FieldRecord<HeadField>[] {
  let gradient = 0;
  return layouts.map((layout, h) => {
    const { column, hidden, classes, embeddingRows, inputPanel, outputPanel } = layout;
    const record = new FieldRecord(heap, at + h * recordStride(HEAD_FIELDS), HEAD_FIELDS);
    const inputTransposed = training ? paddedUnits * panelsFor(hidden) * ROW_BYTES : 0;
    const outputTransposed = training ? padded(hidden) * panelsFor(classes) * ROW_BYTES : 0;
    record.set({
      column,
      hidden,
      classes,
      embeddingRows,
      inputAt: passing.allocate(layout.inputBytes),
      inputPanel,
      inputTransposedAt: passing.allocate(inputTransposed),
      outputAt: passing.allocate(layout.outputBytes),
      outputPanel,
      outputTransposedAt: passing.allocate(outputTransposed),
      inputGradient: gradient,
      outputGradient: gradient + layout.inputBytes,
    });
    gradient += layout.inputBytes + layout.outputBytes;
    return record;
  });
}
