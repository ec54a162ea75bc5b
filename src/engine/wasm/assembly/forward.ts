/** One thread's share of the batch through the whole sequence. */
import { madd, sigmoidRows, tanhRows } from './activations';
import {
  CALL_biasRow,
  CALL_columnCount,
  CALL_columnTableAt,
  CALL_features,
  CALL_hiddenAt,
  CALL_initialCellAt,
  CALL_initialHiddenAt,
  CALL_inputAt,
  CALL_kernelRow,
  CALL_lastCellAt,
  CALL_lastHiddenAt,
  CALL_time,
  CALL_units,
  CALL_weightsAt,
  THREAD_cellsAt,
  THREAD_firstRow,
  THREAD_gatesAt,
  THREAD_rows,
  THREAD_selectedAt,
  THREAD_statesAt,
  THREAD_sumsAt,
} from './fields';
import { product } from './microkernels';
import { loadRow, PANEL, PANEL_MASK, PANEL_SHIFT, panelsFor, ROW, storeRow } from './panels';
import {
  beat, depth, gatesBefore, groups, selectedStride, startsFromZeros, statePanel, threadRecord,
  weightPanel,
} from './records';
import { gatherRows, listSelected } from './selectedRows';

export function forward(call: usize, thread: i32): void {
  const record = threadRecord(call, thread);
  const rows = load<i32>(record, THREAD_rows);
  if (rows == 0) return;
  const time = load<i32>(call, CALL_time);
  const states = <usize>load<u32>(record, THREAD_statesAt);
  const cells = <usize>load<u32>(record, THREAD_cellsAt);
  fillInput(call, record);
  selectRows(call, record);
  loadState(call, record, load<u32>(call, CALL_initialHiddenAt), states);
  loadState(call, record, load<u32>(call, CALL_initialCellAt), cells);
  for (let t = 0; t < time; t++) {
    step(call, record, t);
    beat(record);
  }
  const end = <usize>(time * rows) * ROW;
  storeState(call, record, load<u32>(call, CALL_lastHiddenAt), states + end);
  storeState(call, record, load<u32>(call, CALL_lastCellAt), cells + end);
  if (load<u32>(call, CALL_hiddenAt) != 0) storeSequence(call, record);
}

/** Writes the dense input and the column of ones behind the hidden state's panels. */
function fillInput(call: usize, record: usize): void {
  const rows = load<i32>(record, THREAD_rows);
  const time = load<i32>(call, CALL_time);
  const features = load<i32>(call, CALL_features);
  const panel = statePanel(record);
  const base = <usize>load<u32>(record, THREAD_statesAt) + <usize>groups(call) * panel;
  const input = <usize>load<u32>(call, CALL_inputAt);
  const first = load<i32>(record, THREAD_firstRow);
  for (let t = 0; t < time; t++) {
    for (let b = 0; b < rows; b++) {
      let to = base + <usize>(t * rows + b) * ROW;
      let from = input + <usize>(((first + b) * time + t) * features) * 4;
      for (let f = 0; f < features; f += PANEL) {
        loadRow(to, from, features - f);
        to += panel;
        from += ROW;
      }
      const one = base + <usize>(features >> PANEL_SHIFT) * panel + <usize>(t * rows + b) * ROW;
      store<f32>(one + (features & PANEL_MASK) * 4, 1);
    }
  }
}

/** Plain rows [batch, units], or zeros, -> this thread's rows of panels. */
export function loadState(call: usize, record: usize, from: usize, to: usize): void {
  const units = load<i32>(call, CALL_units);
  const rows = load<i32>(record, THREAD_rows);
  for (let g = 0; g < groups(call); g++) {
    const panel = to + <usize>g * statePanel(record);
    if (from == 0) {
      memory.fill(panel, 0, <usize>rows * ROW);
      continue;
    }
    for (let b = 0; b < rows; b++) {
      const at = <usize>((load<i32>(record, THREAD_firstRow) + b) * units + g * PANEL) * 4;
      loadRow(panel + <usize>b * ROW, from + at, units - g * PANEL);
    }
  }
}

function storeState(call: usize, record: usize, to: usize, from: usize): void {
  const units = load<i32>(call, CALL_units);
  const rows = load<i32>(record, THREAD_rows);
  for (let g = 0; g < groups(call); g++) {
    const panel = from + <usize>g * statePanel(record);
    for (let b = 0; b < rows; b++) {
      const at = <usize>((load<i32>(record, THREAD_firstRow) + b) * units + g * PANEL) * 4;
      storeRow(to + at, panel + <usize>b * ROW, units - g * PANEL);
    }
  }
}

function storeSequence(call: usize, record: usize): void {
  const units = load<i32>(call, CALL_units);
  const rows = load<i32>(record, THREAD_rows);
  const time = load<i32>(call, CALL_time);
  const states = <usize>load<u32>(record, THREAD_statesAt);
  const first = load<i32>(record, THREAD_firstRow);
  for (let g = 0; g < groups(call); g++) {
    let from = states + <usize>g * statePanel(record) + <usize>rows * ROW;
    for (let t = 0; t < time; t++) {
      for (let b = 0; b < rows; b++) {
        const at = <usize>(((first + b) * time + t) * units + g * PANEL) * 4;
        storeRow(load<u32>(call, CALL_hiddenAt) + at, from, units - g * PANEL);
        from += ROW;
      }
    }
  }
}

/** One time step: for eight units at a time, their four gate sums, then gates and new state. */
function step(call: usize, record: usize, t: i32): void {
  const rows = load<i32>(record, THREAD_rows);
  const indexed = load<i32>(call, CALL_columnCount) > 0;
  const panel = statePanel(record);
  const width = <usize>rows * ROW;
  const kept = <usize>load<u32>(record, THREAD_gatesAt);
  let gates = kept == 0 ? <usize>load<u32>(record, THREAD_sumsAt) : kept + gatesBefore(call, rows, t);
  // A hidden state of zeros adds nothing.
  const skipped = t == 0 && startsFromZeros(call) ? groups(call) : 0;
  const states =
    <usize>load<u32>(record, THREAD_statesAt) + <usize>skipped * panel + <usize>t * width;
  // The bias of index columns comes with the selected rows, that of a dense input with its ones.
  const deep = (indexed ? PANEL * groups(call) : depth(call)) - PANEL * skipped;
  let weights = <usize>load<u32>(call, CALL_weightsAt);
  for (let g = 0; g < groups(call); g++) {
    for (let gate: usize = 0; gate < 4; gate++) {
      const to = gates + gate * width;
      if (indexed) gatherKernel(call, record, t, to, weights);
      product(to, states, panel, weights + <usize>(PANEL * skipped) * ROW, rows, deep, indexed);
      weights += weightPanel(call);
    }
    applyGates(record, t, g, gates);
    if (kept != 0) gates += 4 * width;
  }
}

/** Lists the kernel rows that the index columns of each time step and row select. */
function selectRows(call: usize, record: usize): void {
  const columns = load<i32>(call, CALL_columnCount);
  const rows = load<i32>(record, THREAD_rows);
  const time = load<i32>(call, CALL_time);
  const first = load<i32>(record, THREAD_firstRow);
  const table = <usize>load<u32>(call, CALL_columnTableAt);
  let selected = <usize>load<u32>(record, THREAD_selectedAt);
  for (let t = 0; t < time; t++) {
    for (let b = 0; b < rows; b++) {
      const indices =
        <usize>load<u32>(call, CALL_inputAt) + <usize>(((first + b) * time + t) * columns) * 4;
      const end = listSelected(selected + 4, indices, table, 0, columns);
      store<u32>(selected, <u32>(end - selected - 4));
      selected += selectedStride(call);
    }
  }
}

/** The bias plus the kernel rows that the index columns select. */
function gatherKernel(call: usize, record: usize, t: i32, to: usize, weights: usize): void {
  const rows = load<i32>(record, THREAD_rows);
  const bias = weights + <usize>load<u32>(call, CALL_biasRow) * ROW;
  const kernel = weights + <usize>load<u32>(call, CALL_kernelRow) * ROW;
  const stride = selectedStride(call);
  let selected = <usize>load<u32>(record, THREAD_selectedAt) + <usize>(t * rows) * stride;
  for (let b = 0; b < rows; b++) {
    gatherRows(to, bias, kernel, selected + 4, selected + 4 + load<u32>(selected));
    selected += stride;
    to += ROW;
  }
}

/** Gate sums of eight units -> gates, cell state and hidden state of this time step. */
function applyGates(record: usize, t: i32, g: i32, gates: usize): void {
  const panel = <usize>g * statePanel(record);
  const width = <usize>load<i32>(record, THREAD_rows) * ROW;
  const cell = <usize>load<u32>(record, THREAD_cellsAt) + panel + <usize>t * width;
  const state = <usize>load<u32>(record, THREAD_statesAt) + panel + <usize>(t + 1) * width;
  const f = gates + width;
  const c = f + width;
  const o = c + width;
  sigmoidRows(gates, gates, 2 * width);
  tanhRows(c, c, width);
  sigmoidRows(o, o, width);
  for (let at: usize = 0; at < width; at += 16) {
    const fresh = f32x4.mul(v128.load(gates + at), v128.load(c + at));
    v128.store(cell + width + at, madd(v128.load(f + at), v128.load(cell + at), fresh));
  }
  tanhRows(state, cell + width, width);
  for (let at: usize = 0; at < width; at += 16) {
    v128.store(state + at, f32x4.mul(v128.load(o + at), v128.load(state + at)));
  }
}
