/**
 * The records that describe a call of the LSTM to the WASM module: one per call, one per thread.
 * Every field is four bytes, in this order; the build hands the same order to
 * AssemblyScript. Fields named `...At` are addresses in the module's memory, 0 where not wanted.
 */

import { HEAD_FIELDS, HEADS_FIELDS, SHARE_FIELDS } from './headsFields';
import { panelsSource } from './panels';

/** One per call, shared by all threads. */
export const CALL_FIELDS = [
  'batch',
  'time',
  'units',
  /** Features of a dense input; 0 for index columns. */
  'features',
  /** Index columns; 0 for a dense input. */
  'columnCount',
  'kernelRows',
  /** Groups of eight units; the last may be part padding. */
  'groups',
  /** Columns of the state matrix [hidden | dense input | 1]. */
  'depth',
  /** Panels of the transposed weights: columns of [hidden | dense input, if it takes a gradient]. */
  'transposedPanels',
  /** Bytes from panel to panel of the packed weights, and of transposed states. */
  'weightPanel',
  'statesTPanel',
  /** Row of the packed weights that holds the bias. */
  'biasRow',
  /** First row of the packed weights that holds the kernel. */
  'kernelRow',
  'threads',
  /** Bytes from one thread's record to the next. */
  'threadStride',
  'threadsAt',
  /** [batch, time, features] f32 or [batch, time, columns] i32. */
  'inputAt',
  /** Per column: its number of classes, its first kernel row. */
  'columnTableAt',
  'kernelAt',
  'recurrentAt',
  'biasAt',
  /** [batch, units]; 0 for zeros, whose gradient is then not wanted either. */
  'initialHiddenAt',
  'initialCellAt',
  /** Packed weights, and their transpose when training. */
  'weightsAt',
  'transposedAt',
  /** [batch, time, units] */
  'hiddenAt',
  /** [batch, units] */
  'lastHiddenAt',
  'lastCellAt',
  /** Cotangents, shaped as what they belong to. */
  'dHiddenAt',
  'dLastHiddenAt',
  'dLastCellAt',
  /** Gradients, shaped as what they belong to. */
  'dInputAt',
  'dKernelAt',
  'dRecurrentAt',
  'dBiasAt',
  'dInitialHiddenAt',
  'dInitialCellAt',
] as const;

/** One per thread: its share of the batch and its own memory. */
export const THREAD_FIELDS = [
  /** First batch row of this thread, and the number of its rows. */
  'firstRow',
  'rows',
  /** Bytes from panel to panel of the states and cells, and of the gate cotangents. */
  'statePanel',
  'dSumPanel',
  /** Kernel rows that the index columns of each time step and row select. */
  'selectedAt',
  /** Counts time steps, to distinguish a stalled thread from a slow one. */
  'progress',
  /** Panels of [hidden | input | 1], rows (time + 1) * rows. */
  'statesAt',
  /** Panels of the cell state, rows (time + 1) * rows. */
  'cellsAt',
  /** Gates after sigmoid and tanh, [time, units / 8, 4, rows, 8]; 0 when not training. */
  'gatesAt',
  /** Four panels of gate sums, [4, rows, 8], when not training. */
  'sumsAt',
  /** Time steps whose gate cotangents are kept at once. */
  'chunk',
  /** Panels of gate cotangents, rows chunk * rows. */
  'dSumsAt',
  /** Panels of the cotangent of [hidden | input, if it takes a gradient], `rows` rows. */
  'dStatesAt',
  /** Panels of the cotangent of the cell state, `rows` rows. */
  'dCellsAt',
  /** Transpose of the chunk's states, panels over its rows. */
  'statesTAt',
  /** Gradient of the packed weights. */
  'dWeightsAt',
] as const;

/** Work that all threads do at the same time, each on its share. */
export const PHASES = [
  ...(['pack', 'forward', 'backward', 'reduce'] as const),
  ...(['packHeads', 'passHeads', 'reduceHeads'] as const),
] as const;

export type CallField = (typeof CALL_FIELDS)[number];
export type ThreadField = (typeof THREAD_FIELDS)[number];
export type Phase = (typeof PHASES)[number];

/** AssemblyScript constants: byte offsets of fields, numbers of phases, the layout of panels. */
export function fieldsSource(): string {
  const offsets = (prefix: string, names: readonly string[]): string[] =>
    names.map((name, i) => `export const ${prefix}_${name}: usize = ${4 * i};`);
  const phases = PHASES.map((name, i) => `export const PHASE_${name}: i32 = ${i};`);
  return [
    ...offsets('CALL', CALL_FIELDS),
    ...offsets('THREAD', THREAD_FIELDS),
    ...offsets('HEADS', HEADS_FIELDS),
    ...offsets('HEAD', HEAD_FIELDS),
    ...offsets('SHARE', SHARE_FIELDS),
    ...phases,
    panelsSource(),
  ].join('\n');
}
