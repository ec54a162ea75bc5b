/** A block of rows through one head, to losses and the cotangents of its logits. */
import { tanhRows } from './activations';
import {
  HEADS_columnCount, HEADS_columnsAt, HEADS_panel, HEADS_rowWeightsAt, HEADS_units, HEAD_classes,
  HEAD_column, HEAD_cotangent, HEAD_hidden, HEAD_inputAt, HEAD_inputPanel, HEAD_outputAt,
  HEAD_outputPanel, SHARE_hiddenAt, SHARE_lossesAt, SHARE_outputsAt, SHARE_selectedAt,
} from './fields';
import {
  classPanels, headRecord, hiddenPanels, selectedBytes, selectedList, selectedStride, statesOf,
  unitPanels,
} from './headsRecords';
import { product } from './microkernels';
import { PANEL, ROW } from './panels';
import { gatherRows } from './selectedRows';
import { clearRow, crossEntropy } from './softmax';

/** tanh(state · kernel + embeddings of the given columns + bias) */
export function hiddenLayer(call: usize, share: usize, h: i32, count: i32): void {
  const head = headRecord(call, h);
  const units = load<i32>(call, HEADS_units);
  const panel = <usize>load<u32>(call, HEADS_panel);
  const bias = <usize>(unitPanels(call) * PANEL) * ROW;
  let weights = <usize>load<u32>(head, HEAD_inputAt);
  let to = <usize>load<u32>(share, SHARE_hiddenAt);
  for (let p = 0; p < hiddenPanels(head); p++) {
    gather(call, share, h, count, to, weights + bias);
    product(to, statesOf(share), panel, weights, count, units, true);
    tanhRows(to, to, <usize>count * ROW);
    weights += load<u32>(head, HEAD_inputPanel);
    to += panel;
  }
}

/** The bias plus the embedding rows, behind it in memory, that the columns select. */
function gather(call: usize, share: usize, h: i32, count: i32, to: usize, bias: usize): void {
  const stride = selectedStride(call);
  const embedding = bias + ROW;
  let selected = <usize>load<u32>(share, SHARE_selectedAt);
  for (let b = 0; b < count; b++) {
    const list = selectedList(call, selected);
    gatherRows(to, bias, embedding, list, list + selectedBytes(selected, h));
    selected += stride;
    to += ROW;
  }
}

/** hidden · output kernel + output bias */
export function logits(call: usize, share: usize, head: usize, count: i32): void {
  const hidden = load<i32>(head, HEAD_hidden);
  const panel = <usize>load<u32>(call, HEADS_panel);
  const bias = <usize>(hiddenPanels(head) * PANEL) * ROW;
  let weights = <usize>load<u32>(head, HEAD_outputAt);
  let to = <usize>load<u32>(share, SHARE_outputsAt);
  for (let p = 0; p < classPanels(head); p++) {
    const low = v128.load(weights + bias);
    const high = v128.load(weights + bias, 16);
    for (let b: usize = 0; b < <usize>count; b++) {
      v128.store(to + b * ROW, low);
      v128.store(to + b * ROW, high, 16);
    }
    product(to, load<u32>(share, SHARE_hiddenAt), panel, weights, count, hidden, true);
    weights += load<u32>(head, HEAD_outputPanel);
    to += panel;
  }
}

/** Adds up the losses of a block's rows, and turns its logits into their cotangents. */
export function losses(call: usize, share: usize, h: i32, list: usize, count: i32): void {
  const head = headRecord(call, h);
  const width = load<i32>(call, HEADS_columnCount);
  const panel = <usize>load<u32>(call, HEADS_panel);
  const targets = load<u32>(call, HEADS_columnsAt) + <usize>load<i32>(head, HEAD_column) * 4;
  const rowWeights = <usize>load<u32>(call, HEADS_rowWeightsAt);
  let at = <usize>load<u32>(share, SHARE_outputsAt);
  let sum: f64 = 0;
  for (let b = 0; b < count; b++) {
    const row = <usize>load<i32>(list + (b << 2));
    const target = load<u32>(targets + row * <usize>width * 4);
    if (target < load<u32>(head, HEAD_classes)) {
      const weight = load<f32>(rowWeights + row * 4);
      const cotangent = weight * load<f32>(head, HEAD_cotangent);
      sum += weight * crossEntropy(at, panel, classPanels(head), target, cotangent);
    } else {
      clearRow(at, panel, classPanels(head));
    }
    at += ROW;
  }
  const total = load<u32>(share, SHARE_lossesAt) + (h << 3);
  store<f64>(total, load<f64>(total) + sum);
}
