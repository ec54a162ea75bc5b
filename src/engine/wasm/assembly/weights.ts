/** Weights between Keras's rows and panels, and the sum of the threads' gradients back into rows. */
import {
  CALL_biasAt,
  CALL_biasRow,
  CALL_dBiasAt,
  CALL_dKernelAt,
  CALL_dRecurrentAt,
  CALL_kernelAt,
  CALL_kernelRow,
  CALL_kernelRows,
  CALL_recurrentAt,
  CALL_threads,
  CALL_transposedAt,
  CALL_units,
  CALL_weightsAt,
  THREAD_dWeightsAt,
  THREAD_rows,
} from './fields';
import { loadRow, packRows, PANEL, ROW, storeRow, transposePanel, unpackRows } from './panels';
import { groups, shareStart, threadRecord, transposedPanels, weightPanel } from './records';

/**
 * Packs this thread's share of the panels of [recurrent kernel; bias, kernel], and their transposes
 * for products with gate cotangents when those are to come.
 */
export function pack(call: usize, thread: i32): void {
  const units = load<i32>(call, CALL_units);
  const panels = groups(call) * 4;
  const stride = <usize>units * 16;
  const last = shareStart(call, thread + 1, panels);
  for (let p = shareStart(call, thread, panels); p < last; p++) {
    const unit = (p >> 2) * PANEL;
    const count = units - unit;
    const column = <usize>((p & 3) * units + unit) * 4;
    const panel = <usize>load<u32>(call, CALL_weightsAt) + <usize>p * weightPanel(call);
    packRows(panel, load<u32>(call, CALL_recurrentAt) + column, stride, units, count);
    const padding = panel + <usize>units * ROW;
    memory.fill(padding, 0, <usize>(groups(call) * PANEL - units) * ROW);
    const bias = panel + load<u32>(call, CALL_biasRow) * ROW;
    loadRow(bias, load<u32>(call, CALL_biasAt) + column, count);
    const kernel = panel + load<u32>(call, CALL_kernelRow) * ROW;
    const rows = load<i32>(call, CALL_kernelRows);
    packRows(kernel, load<u32>(call, CALL_kernelAt) + column, stride, rows, count);
    const transposed = <usize>load<u32>(call, CALL_transposedAt);
    // The last block of a dense input may contain rows beyond it: unused columns.
    if (transposed != 0) transposePanel(transposed, panel, p, transposedPanels(call), panels);
  }
}

/** Sums this thread's share of all threads' weight gradients into plain rows. */
export function reduce(call: usize, thread: i32): void {
  const units = load<i32>(call, CALL_units);
  const panels = groups(call) * 4;
  const last = shareStart(call, thread + 1, panels);
  for (let p = shareStart(call, thread, panels); p < last; p++) {
    const panel = sumPanel(call, p);
    const unit = (p >> 2) * PANEL;
    const count = units - unit;
    const column = <usize>((p & 3) * units + unit) * 4;
    const stride = <usize>units * 16;
    unpackRows(load<u32>(call, CALL_dRecurrentAt) + column, panel, stride, units, count);
    const bias = panel + load<u32>(call, CALL_biasRow) * ROW;
    storeRow(load<u32>(call, CALL_dBiasAt) + column, bias, count);
    const kernel = panel + load<u32>(call, CALL_kernelRow) * ROW;
    const rows = load<i32>(call, CALL_kernelRows);
    unpackRows(load<u32>(call, CALL_dKernelAt) + column, kernel, stride, rows, count);
  }
}

/** Adds the other threads' gradients of one panel to the first thread's, and returns that. */
function sumPanel(call: usize, p: i32): usize {
  const bytes = weightPanel(call);
  const offset = <usize>p * bytes;
  const sum = <usize>load<u32>(threadRecord(call, 0), THREAD_dWeightsAt) + offset;
  for (let other = 1; other < load<i32>(call, CALL_threads); other++) {
    const record = threadRecord(call, other);
    if (load<i32>(record, THREAD_rows) == 0) continue;
    const part = <usize>load<u32>(record, THREAD_dWeightsAt) + offset;
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(sum + i, f32x4.add(v128.load(sum + i), v128.load(part + i)));
    }
  }
  return sum;
}
