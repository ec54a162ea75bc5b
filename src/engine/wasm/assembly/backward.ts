/** One thread's share of the batch back through the sequence, and its part of all gradients. */
import { tanhRows } from './activations';
import {
  CALL_columnCount, CALL_dHiddenAt, CALL_dInitialCellAt, CALL_dInitialHiddenAt, CALL_dInputAt,
  CALL_dLastCellAt, CALL_dLastHiddenAt, CALL_features, CALL_kernelRow, CALL_time, CALL_transposedAt,
  CALL_units, THREAD_cellsAt, THREAD_chunk, THREAD_dCellsAt, THREAD_dStatesAt, THREAD_dSumsAt,
  THREAD_dWeightsAt, THREAD_firstRow, THREAD_gatesAt, THREAD_rows, THREAD_selectedAt, THREAD_statesAt,
  THREAD_statesTAt,
} from './fields';
import { product } from './microkernels';
import { loadRow, PANEL, PANEL_SHIFT, panelsFor, ROW, storeRow, transpose8 } from './panels';
import {
  beat, depth, dSumPanel, gatesBefore, groups, selectedStride, startsFromZeros, statePanel,
  statesTPanel, threadRecord, transposedPanels, weightPanel,
} from './records';
import { scatterRow } from './selectedRows';

export function backward(call: usize, thread: i32): void {
  const record = threadRecord(call, thread);
  const rows = load<i32>(record, THREAD_rows);
  if (rows == 0) return;
  const dStates = <usize>load<u32>(record, THREAD_dStatesAt);
  const dCells = <usize>load<u32>(record, THREAD_dCellsAt);
  exchange(call, record, load<u32>(call, CALL_dLastHiddenAt), dStates, true);
  exchange(call, record, load<u32>(call, CALL_dLastCellAt), dCells, true);
  const gradient = <usize>load<u32>(record, THREAD_dWeightsAt);
  memory.fill(gradient, 0, <usize>(groups(call) * 4) * weightPanel(call));
  let end = load<i32>(call, CALL_time);
  while (end > 0) {
    const start = max(0, end - load<i32>(record, THREAD_chunk));
    for (let t = end - 1; t >= start; t--) {
      gateCotangents(call, record, t, t - start);
      stateCotangents(call, record, t, t - start);
      if (load<u32>(call, CALL_dInputAt) != 0) storeInputGradient(call, record, t);
      beat(record);
    }
    weightGradients(call, record, start, end);
    end = start;
  }
  if (startsFromZeros(call)) return;
  exchange(call, record, load<u32>(call, CALL_dInitialHiddenAt), dStates, false);
  exchange(call, record, load<u32>(call, CALL_dInitialCellAt), dCells, false);
}

/** Plain rows [batch, units] to panels of this thread's rows, or back. */
function exchange(call: usize, record: usize, plain: usize, panels: usize, inward: bool): void {
  const units = load<i32>(call, CALL_units);
  const first = load<i32>(record, THREAD_firstRow);
  for (let g = 0; g < groups(call); g++) {
    for (let b = 0; b < load<i32>(record, THREAD_rows); b++) {
      const at = plain + <usize>((first + b) * units + g * PANEL) * 4;
      if (inward) loadRow(panels, at, units - g * PANEL);
      else storeRow(at, panels, units - g * PANEL);
      panels += ROW;
    }
  }
}

/** Cotangents of the gate sums of time step t, and of the cell state before it. */
function gateCotangents(call: usize, record: usize, t: i32, slot: i32): void {
  const rows = load<i32>(record, THREAD_rows);
  const units = load<i32>(call, CALL_units);
  const time = load<i32>(call, CALL_time);
  const first = load<i32>(record, THREAD_firstRow);
  const panel = dSumPanel(record);
  const width = <usize>rows * ROW;
  const one = f32x4.splat(1);
  const outputs = <usize>load<u32>(call, CALL_dHiddenAt);
  let gates = <usize>load<u32>(record, THREAD_gatesAt) + gatesBefore(call, rows, t);
  let dState = <usize>load<u32>(record, THREAD_dStatesAt);
  let dCell = <usize>load<u32>(record, THREAD_dCellsAt);
  for (let g = 0; g < groups(call); g++) {
    let dSum = <usize>load<u32>(record, THREAD_dSumsAt) + <usize>(4 * g) * panel;
    dSum += <usize>(slot * rows) * ROW;
    let cell = <usize>load<u32>(record, THREAD_cellsAt) + <usize>g * statePanel(record);
    cell += <usize>(t * rows) * ROW;
    if (outputs != 0) {
      for (let b = 0; b < rows; b++) {
        const at = outputs + <usize>(((first + b) * time + t) * units + g * PANEL) * 4;
        addRow(dState + <usize>b * ROW, at, units - g * PANEL);
      }
    }
    // The memory of the first cotangents serves as scratch until then.
    tanhRows(dSum, cell + width, width);
    const end = dSum + width;
    while (dSum < end) {
      const i = v128.load(gates);
      const f = v128.load(gates + width);
      const c = v128.load(gates + 2 * width);
      const o = v128.load(gates + 3 * width);
      const tanhC = v128.load(dSum);
      const dh = v128.load(dState);
      const dhO = f32x4.mul(dh, o);
      const slope = f32x4.sub(one, f32x4.mul(tanhC, tanhC));
      const dc = f32x4.add(v128.load(dCell), f32x4.mul(dhO, slope));
      const dcI = f32x4.mul(dc, i);
      const dcF = f32x4.mul(dc, f);
      const di = f32x4.mul(f32x4.mul(dcI, c), f32x4.sub(one, i));
      const df = f32x4.mul(f32x4.mul(dcF, v128.load(cell)), f32x4.sub(one, f));
      const dg = f32x4.mul(dcI, f32x4.sub(one, f32x4.mul(c, c)));
      const dO = f32x4.mul(f32x4.mul(dhO, tanhC), f32x4.sub(one, o));
      v128.store(dSum, di);
      v128.store(dSum + panel, df);
      v128.store(dSum + 2 * panel, dg);
      v128.store(dSum + 3 * panel, dO);
      v128.store(dCell, dcF);
      gates += 16;
      dSum += 16;
      cell += 16;
      dState += 16;
      dCell += 16;
    }
    gates += 3 * width;
  }
}

// @inline
function addRow(to: usize, from: usize, count: i32): void {
  if (count >= PANEL) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    v128.store(to, f32x4.add(v128.load(to, 16), v128.load(from, 16)), 16);
  } else {
    for (let j: usize = 0; j < <usize>count; j++) {
      store<f32>(to + 4 * j, load<f32>(to + 4 * j) + load<f32>(from + 4 * j));
    }
  }
}

/** Cotangents of [hidden state before | dense input] of time step t, where wanted. */
function stateCotangents(call: usize, record: usize, t: i32, slot: i32): void {
  const rows = load<i32>(record, THREAD_rows);
  const panel = dSumPanel(record);
  const dSums = <usize>load<u32>(record, THREAD_dSumsAt) + <usize>(slot * rows) * ROW;
  const deep = groups(call) * 4 * PANEL;
  const first = t == 0 && startsFromZeros(call) ? groups(call) : 0;
  let to = <usize>load<u32>(record, THREAD_dStatesAt) + <usize>(first * rows) * ROW;
  let weights = <usize>load<u32>(call, CALL_transposedAt) + <usize>(first * deep) * ROW;
  for (let q = first; q < transposedPanels(call); q++) {
    product(to, dSums, panel, weights, rows, deep, false);
    weights += <usize>deep * ROW;
    to += <usize>rows * ROW;
  }
}

function storeInputGradient(call: usize, record: usize, t: i32): void {
  const rows = load<i32>(record, THREAD_rows);
  const time = load<i32>(call, CALL_time);
  const features = load<i32>(call, CALL_features);
  const first = load<i32>(record, THREAD_firstRow);
  let from = <usize>load<u32>(record, THREAD_dStatesAt) + <usize>(groups(call) * rows) * ROW;
  for (let f = 0; f < features; f += PANEL) {
    for (let b = 0; b < rows; b++) {
      const at = <usize>(((first + b) * time + t) * features + f) * 4;
      storeRow(load<u32>(call, CALL_dInputAt) + at, from, features - f);
      from += ROW;
    }
  }
}

/** Adds the weight gradients of the time steps [start, end) in one large product. */
function weightGradients(call: usize, record: usize, start: i32, end: i32): void {
  const rows = load<i32>(record, THREAD_rows);
  const first = start * rows;
  const count = end * rows - first;
  const deep = depth(call);
  const statesT = <usize>load<u32>(record, THREAD_statesTAt);
  const panelT = statesTPanel(call);
  const panel = statePanel(record);
  const states = <usize>load<u32>(record, THREAD_statesAt) + <usize>first * ROW;
  for (let p = 0; p < panelsFor(deep); p++) {
    let from = states + <usize>p * panel;
    let to = statesT + <usize>(PANEL * p) * ROW;
    for (let k = 0; k < count; k += PANEL) {
      transpose8(to, from);
      from += PANEL * ROW;
      to += panelT;
    }
  }
  // Rows of zero hidden states, as far as they fill panels, add nothing to the recurrent weights.
  const skipped = start == 0 && startsFromZeros(call) ? rows >> PANEL_SHIFT : 0;
  const recurrentT = statesT + <usize>skipped * panelT;
  const units = groups(call) * PANEL;
  const inputAt = <usize>units * ROW;
  let gradient = <usize>load<u32>(record, THREAD_dWeightsAt);
  let dSums = <usize>load<u32>(record, THREAD_dSumsAt);
  for (let p = 0; p < groups(call) * 4; p++) {
    if (skipped == 0) {
      product(gradient, statesT, panelT, dSums, deep, count, true);
    } else {
      const after = dSums + <usize>(PANEL * skipped) * ROW;
      product(gradient, recurrentT, panelT, after, units, count - PANEL * skipped, true);
      product(gradient + inputAt, statesT + inputAt, panelT, dSums, deep - units, count, true);
    }
    if (load<i32>(call, CALL_columnCount) > 0) scatterKernel(call, record, start, end, gradient, dSums);
    gradient += weightPanel(call);
    dSums += dSumPanel(record);
    if ((p & 15) == 0) beat(record);
  }
}

/** Adds each gate cotangent to the gradient of the kernel rows that its index columns select. */
function scatterKernel(
  call: usize, record: usize, start: i32, end: i32, gradient: usize, dSums: usize
): void {
  const rows = load<i32>(record, THREAD_rows);
  const kernel = gradient + <usize>load<u32>(call, CALL_kernelRow) * ROW;
  const stride = selectedStride(call);
  let selected = <usize>load<u32>(record, THREAD_selectedAt) + <usize>(start * rows) * stride;
  const last = selected + <usize>((end - start) * rows) * stride;
  for (; selected < last; selected += stride) {
    scatterRow(kernel, dSums, selected + 4, selected + 4 + load<u32>(selected));
    dSums += ROW;
  }
}
