/** A block of rows back through one head: gradients of its weights, cotangents of the state. */
import {
  HEADS_panel, HEADS_transposedPanel, HEADS_units, HEAD_classes, HEAD_hidden, HEAD_inputGradient,
  HEAD_inputPanel, HEAD_inputTransposedAt, HEAD_outputGradient, HEAD_outputPanel,
  HEAD_outputTransposedAt, SHARE_dHiddenAt, SHARE_dStatesAt, SHARE_gradientsAt, SHARE_hiddenAt,
  SHARE_hiddenTAt, SHARE_outputsAt, SHARE_selectedAt, SHARE_statesTAt,
} from './fields';
import {
  classPanels, headRecord, hiddenPanels, selectedBytes, selectedList, selectedStride, statesOf,
  unitPanels,
} from './headsRecords';
import { product } from './microkernels';
import { PANEL, ROW, transpose8 } from './panels';
import { scatterRow } from './selectedRows';

export function transposeStates(call: usize, share: usize, count: i32): void {
  const transposed = load<u32>(share, SHARE_statesTAt);
  transposeBlock(call, transposed, statesOf(share), unitPanels(call), count);
}

/** Transposes a block's panels, for products that sum over its rows. */
function transposeBlock(
  call: usize, transposed: usize, panels: usize, count: i32, rows: i32
): void {
  const panel = <usize>load<u32>(call, HEADS_panel);
  const panelT = <usize>load<u32>(call, HEADS_transposedPanel);
  for (let p = 0; p < count; p++) {
    let from = panels + <usize>p * panel;
    let to = transposed + <usize>(PANEL * p) * ROW;
    for (let k = 0; k < rows; k += PANEL) {
      transpose8(to, from);
      from += PANEL * ROW;
      to += panelT;
    }
  }
}

/** Adds to the gradients of output kernel and output bias. */
export function outputGradients(call: usize, share: usize, head: usize, count: i32): void {
  const hidden = load<i32>(head, HEAD_hidden);
  const panelT = <usize>load<u32>(call, HEADS_transposedPanel);
  const bias = <usize>(hiddenPanels(head) * PANEL) * ROW;
  const hiddenT = <usize>load<u32>(share, SHARE_hiddenTAt);
  transposeBlock(call, hiddenT, load<u32>(share, SHARE_hiddenAt), hiddenPanels(head), count);
  let cotangents = <usize>load<u32>(share, SHARE_outputsAt);
  let gradient = load<u32>(share, SHARE_gradientsAt) + load<u32>(head, HEAD_outputGradient);
  for (let p = 0; p < classPanels(head); p++) {
    product(gradient, hiddenT, panelT, cotangents, hidden, count, true);
    addColumnSums(gradient + bias, cotangents, count);
    gradient += load<u32>(head, HEAD_outputPanel);
    cotangents += load<u32>(call, HEADS_panel);
  }
}

function addColumnSums(to: usize, panel: usize, rows: i32): void {
  let low = v128.load(to);
  let high = v128.load(to, 16);
  const end = panel + <usize>rows * ROW;
  for (; panel < end; panel += ROW) {
    low = f32x4.add(low, v128.load(panel));
    high = f32x4.add(high, v128.load(panel, 16));
  }
  v128.store(to, low);
  v128.store(to, high, 16);
}

/** Cotangents of the sums under the tanh. */
export function hiddenCotangents(call: usize, share: usize, head: usize, count: i32): void {
  const classes = load<i32>(head, HEAD_classes);
  const panel = <usize>load<u32>(call, HEADS_panel);
  let weights = <usize>load<u32>(head, HEAD_outputTransposedAt);
  let hidden = <usize>load<u32>(share, SHARE_hiddenAt);
  let to = <usize>load<u32>(share, SHARE_dHiddenAt);
  const one = f32x4.splat(1);
  for (let p = 0; p < hiddenPanels(head); p++) {
    product(to, load<u32>(share, SHARE_outputsAt), panel, weights, count, classes, false);
    for (let at: usize = 0; at < <usize>count * ROW; at += 16) {
      const h = v128.load(hidden + at);
      const slope = f32x4.sub(one, f32x4.mul(h, h));
      v128.store(to + at, f32x4.mul(v128.load(to + at), slope));
    }
    weights += <usize>(classPanels(head) * PANEL) * ROW;
    hidden += panel;
    to += panel;
  }
}

/** Adds to the gradients of kernel, bias and embedding. */
export function inputGradients(call: usize, share: usize, h: i32, count: i32): void {
  const head = headRecord(call, h);
  const units = load<i32>(call, HEADS_units);
  const panelT = <usize>load<u32>(call, HEADS_transposedPanel);
  const bias = <usize>(unitPanels(call) * PANEL) * ROW;
  let cotangents = <usize>load<u32>(share, SHARE_dHiddenAt);
  let gradient = load<u32>(share, SHARE_gradientsAt) + load<u32>(head, HEAD_inputGradient);
  for (let p = 0; p < hiddenPanels(head); p++) {
    product(gradient, load<u32>(share, SHARE_statesTAt), panelT, cotangents, units, count, true);
    addColumnSums(gradient + bias, cotangents, count);
    scatter(call, share, h, count, cotangents, gradient + bias + ROW);
    gradient += load<u32>(head, HEAD_inputPanel);
    cotangents += load<u32>(call, HEADS_panel);
  }
}

/** Adds each row's cotangent to the gradient of the embedding rows that its columns select. */
function scatter(
  call: usize, share: usize, h: i32, count: i32, from: usize, embedding: usize
): void {
  const stride = selectedStride(call);
  let selected = <usize>load<u32>(share, SHARE_selectedAt);
  for (let b = 0; b < count; b++) {
    const list = selectedList(call, selected);
    scatterRow(embedding, from, list, list + selectedBytes(selected, h));
    selected += stride;
    from += ROW;
  }
}

/** Cotangents of the state, of which every head adds its part. */
export function stateCotangents(call: usize, share: usize, head: usize, count: i32, more: bool): void {
  const hidden = load<i32>(head, HEAD_hidden);
  const panel = <usize>load<u32>(call, HEADS_panel);
  let weights = <usize>load<u32>(head, HEAD_inputTransposedAt);
  let to = <usize>load<u32>(share, SHARE_dStatesAt);
  for (let q = 0; q < unitPanels(call); q++) {
    product(to, load<u32>(share, SHARE_dHiddenAt), panel, weights, count, hidden, more);
    weights += <usize>(hiddenPanels(head) * PANEL) * ROW;
    to += <usize>count * ROW;
  }
}
