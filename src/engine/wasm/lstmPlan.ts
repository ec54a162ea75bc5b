/** Memory layout of a call of the LSTM: sizes, strides and each thread's share of the batch. */
import { clamp } from '../../lib/clamp';
import { prefixSums } from '../../lib/prefixSums';
import type { LstmAttributes } from '../lstm/contract';
import { kernelRows, type LstmSize } from '../lstm/reference';
import { recordStride } from './fieldRecord';
import { CALL_FIELDS, type CallField, THREAD_FIELDS, type ThreadField } from './fields';
import type { Arena, Heap } from './heap';
import { PANEL, PANEL_PADDING, padded, panelsFor, ROW_BYTES, SLACK } from './panels';
import { threadShares } from './threadShares';

/** Rows of batch and time over which one product of weight gradients sums. */
const CHUNK_ROWS = 256;

/** The records of one call and its threads in the module's memory. */
export class CallRecords {
  readonly at: number;
  readonly threadsAt: number;
  readonly size: LstmSize;
  readonly threads: number;
  readonly #heap: Heap;

  constructor(heap: Heap, arena: Arena, size: LstmSize, threads: number) {
    this.#heap = heap;
    this.size = size;
    this.threads = threads;
    this.at = arena.allocate(4 * CALL_FIELDS.length);
    this.threadsAt = arena.allocate(threads * THREAD_STRIDE);
    heap.integers(this.at, CALL_FIELDS.length).fill(0);
    heap.integers(this.threadsAt, (threads * THREAD_STRIDE) / 4).fill(0);
  }

  set(values: Partial<Record<CallField, number>>): void {
    const words = this.#heap.integers(this.at, CALL_FIELDS.length);
    CALL_FIELDS.forEach((name, i) => {
      const value = values[name];
      if (value !== undefined) words[i] = value;
    });
  }

  get(name: CallField): number {
    return this.#heap.integers(this.at, CALL_FIELDS.length)[CALL_FIELDS.indexOf(name)];
  }

  setThread(thread: number, values: Partial<Record<ThreadField, number>>): void {
    const words = this.#heap.integers(
      this.threadsAt + thread * THREAD_STRIDE,
      THREAD_FIELDS.length,
    );
    THREAD_FIELDS.forEach((name, i) => {
      const value = values[name];
      if (value !== undefined) words[i] = value;
    });
  }

  /** Address of the first thread's progress counter. */
  get progressAt(): number {
    return this.threadsAt + 4 * THREAD_FIELDS.indexOf('progress');
  }
}

export const THREAD_STRIDE = recordStride(THREAD_FIELDS);

interface Layout {
  dense: boolean;
  groups: number;
  depth: number;
  weightPanel: number;
  statesTPanel: number;
}

function layoutOf(size: LstmSize): Layout {
  const dense = size.columnClasses.length === 0;
  const features = dense ? size.width : 0;
  const groups = panelsFor(size.units);
  const depth = groups * PANEL + features + 1;
  return {
    dense,
    groups,
    depth,
    weightPanel: (groups * PANEL + 1 + kernelRows(size)) * ROW_BYTES,
    statesTPanel: padded(depth) * ROW_BYTES + PANEL_PADDING,
  };
}

/**
 * Records and memory that live from the forward to the backward pass: states, cells and, when
 * training, gates and transposed weights.
 */
export function planSaved(
  heap: Heap,
  arena: Arena,
  size: LstmSize,
  threads: number,
  { training, inputGradient }: Pick<LstmAttributes, 'training' | 'inputGradient'>,
): CallRecords {
  const records = new CallRecords(heap, arena, size, threads);
  const layout = layoutOf(size);
  const { groups, depth, weightPanel } = layout;
  const inputPanels = inputGradient && layout.dense ? panelsFor(size.width) : 0;
  const transposedPanels = groups + inputPanels;
  const paddedUnits = groups * PANEL;
  const columnTableAt = arena.allocate(8 * size.columnClasses.length);
  prefixSums(size.columnClasses).forEach((offset, i) => {
    heap.integers(columnTableAt + 8 * i, 2).set([size.columnClasses[i], offset]);
  });
  records.set({
    batch: size.batch,
    time: size.time,
    units: size.units,
    features: layout.dense ? size.width : 0,
    columnCount: size.columnClasses.length,
    kernelRows: kernelRows(size),
    groups,
    depth,
    transposedPanels,
    weightPanel,
    statesTPanel: layout.statesTPanel,
    // The product's rows come first, in the order of the state matrix [hidden | input | 1].
    biasRow: layout.dense ? paddedUnits + size.width : paddedUnits,
    kernelRow: layout.dense ? paddedUnits : paddedUnits + 1,
    threads,
    threadStride: THREAD_STRIDE,
    threadsAt: records.threadsAt,
    columnTableAt,
    transposedAt: training ? arena.allocate(transposedPanels * 4 * groups * PANEL * ROW_BYTES) : 0,
  });
  threadShares(size.batch, threads).forEach(({ firstRow, rows }, thread) => {
    const statePanel = (size.time + 1) * rows * ROW_BYTES + PANEL_PADDING;
    records.setThread(thread, {
      firstRow,
      rows,
      statePanel,
      selectedAt: arena.allocate(4 * size.time * rows * (1 + size.columnClasses.length)),
      statesAt: arena.allocate(panelsFor(depth) * statePanel + SLACK),
      cellsAt: arena.allocate(groups * statePanel),
      gatesAt: training ? arena.allocate(size.time * groups * rows * 4 * ROW_BYTES) : 0,
    });
  });
  return records;
}

/** Memory of the forward pass alone: packed weights and, unless gates are kept, their sums. */
export function planForward(records: CallRecords, arena: Arena): void {
  const { groups, weightPanel } = layoutOf(records.size);
  records.set({ weightsAt: arena.allocate(4 * groups * weightPanel + SLACK) });
  if (records.get('transposedAt') !== 0) return;
  threadShares(records.size.batch, records.threads).forEach(({ rows }, thread) => {
    records.setThread(thread, { sumsAt: arena.allocate(4 * rows * ROW_BYTES) });
  });
}

/** Memory that only the backward pass needs. */
export function planBackward(records: CallRecords, arena: Arena): void {
  const { size } = records;
  const { groups, weightPanel, statesTPanel } = layoutOf(size);
  const transposedPanels = records.get('transposedPanels');
  const gatePanels = 4 * groups;
  threadShares(size.batch, records.threads).forEach(({ rows }, thread) => {
    if (rows === 0) return;
    const chunk = clamp(Math.round(CHUNK_ROWS / rows), 1, size.time);
    const dSumPanel = chunk * rows * ROW_BYTES + PANEL_PADDING;
    records.setThread(thread, {
      chunk,
      dSumPanel,
      dSumsAt: arena.allocate(gatePanels * dSumPanel),
      dStatesAt: arena.allocate(transposedPanels * rows * ROW_BYTES),
      dCellsAt: arena.allocate(groups * rows * ROW_BYTES),
      statesTAt: arena.allocate(panelsFor(chunk * rows) * statesTPanel),
      dWeightsAt: arena.allocate(gatePanels * weightPanel),
    });
  });
}
