/** A chain's weights between plain rows and panels, and the sum of the threads' gradients. */
import {
  HEADS_dStateAt, HEADS_heads, HEADS_scale, HEADS_stateRows, HEADS_threads, HEADS_units,
  HEAD_biasAt, HEAD_classes, HEAD_dBiasAt, HEAD_dEmbeddingAt, HEAD_dKernelAt, HEAD_dOutputBiasAt,
  HEAD_dOutputKernelAt, HEAD_embeddingAt, HEAD_embeddingRows, HEAD_hidden, HEAD_inputAt,
  HEAD_inputGradient, HEAD_inputPanel, HEAD_inputTransposedAt, HEAD_kernelAt, HEAD_outputAt,
  HEAD_outputBiasAt, HEAD_outputGradient, HEAD_outputKernelAt, HEAD_outputPanel,
  HEAD_outputTransposedAt, SHARE_gradientsAt,
} from './fields';
import { classPanels, headRecord, hiddenPanels, itemStart, shareRecord } from './headsRecords';
import {
  loadRow, packRows, PANEL, panelsFor, ROW, storeRow, transposePanel, unpackRows,
} from './panels';

/** Logits of columns that only fill up a panel: their probability is zero. */
const NEVER: f32 = -1e30;

/** Packs this thread's share of all panels, and their transposes when they will be needed. */
export function packHeads(call: usize, thread: i32): void {
  const first = itemStart(call, thread, allPanels(call));
  const last = itemStart(call, thread + 1, allPanels(call));
  let item = 0;
  for (let h = 0; h < load<i32>(call, HEADS_heads); h++) {
    const head = headRecord(call, h);
    for (let p = 0; p < hiddenPanels(head); p++) {
      if (item >= first && item < last) packInput(call, head, p);
      item++;
    }
    for (let p = 0; p < classPanels(head); p++) {
      if (item >= first && item < last) packOutput(call, head, p);
      item++;
    }
  }
}

function allPanels(call: usize): i32 {
  let count = 0;
  for (let h = 0; h < load<i32>(call, HEADS_heads); h++) {
    const head = headRecord(call, h);
    count += hiddenPanels(head) + classPanels(head);
  }
  return count;
}

function packInput(call: usize, head: usize, p: i32): void {
  const units = load<i32>(call, HEADS_units);
  const hidden = load<i32>(head, HEAD_hidden);
  const count = hidden - PANEL * p;
  const stride = <usize>hidden * 4;
  const column = <usize>p * ROW;
  const panel = load<u32>(head, HEAD_inputAt) + <usize>p * load<u32>(head, HEAD_inputPanel);
  let to = packRows(panel, load<u32>(head, HEAD_kernelAt) + column, stride, units, count);
  const bias = panel + <usize>(panelsFor(units) * PANEL) * ROW;
  memory.fill(to, 0, bias - to);
  loadRow(bias, load<u32>(head, HEAD_biasAt) + column, count);
  const embedding = load<u32>(head, HEAD_embeddingAt) + column;
  packRows(bias + ROW, embedding, stride, load<i32>(head, HEAD_embeddingRows), count);
  if (load<u32>(call, HEADS_dStateAt) == 0) return;
  const transposed = <usize>load<u32>(head, HEAD_inputTransposedAt);
  transposePanel(transposed, panel, p, panelsFor(units), hiddenPanels(head));
}

function packOutput(call: usize, head: usize, p: i32): void {
  const hidden = load<i32>(head, HEAD_hidden);
  const classes = load<i32>(head, HEAD_classes);
  const count = classes - PANEL * p;
  const column = <usize>p * ROW;
  const panel = load<u32>(head, HEAD_outputAt) + <usize>p * load<u32>(head, HEAD_outputPanel);
  const kernel = load<u32>(head, HEAD_outputKernelAt) + column;
  const to = packRows(panel, kernel, <usize>classes * 4, hidden, count);
  const bias = panel + <usize>(hiddenPanels(head) * PANEL) * ROW;
  memory.fill(to, 0, bias - to);
  loadRow(bias, load<u32>(head, HEAD_outputBiasAt) + column, count);
  for (let j = count; j < PANEL; j++) store<f32>(bias + (j << 2), NEVER);
  if (load<u32>(call, HEADS_dStateAt) == 0) return;
  const transposed = <usize>load<u32>(head, HEAD_outputTransposedAt);
  transposePanel(transposed, panel, p, hiddenPanels(head), classPanels(head));
}

/** Sums this thread's share of all threads' weight gradients into plain rows, and scales them. */
export function reduceHeads(call: usize, thread: i32): void {
  const first = itemStart(call, thread, allPanels(call));
  const last = itemStart(call, thread + 1, allPanels(call));
  let item = 0;
  for (let h = 0; h < load<i32>(call, HEADS_heads); h++) {
    const head = headRecord(call, h);
    for (let p = 0; p < hiddenPanels(head); p++) {
      if (item >= first && item < last) reduceInput(call, head, p);
      item++;
    }
    for (let p = 0; p < classPanels(head); p++) {
      if (item >= first && item < last) reduceOutput(call, head, p);
      item++;
    }
  }
  scaleState(call, thread);
}

function reduceInput(call: usize, head: usize, p: i32): void {
  const units = load<i32>(call, HEADS_units);
  const hidden = load<i32>(head, HEAD_hidden);
  const count = hidden - PANEL * p;
  const stride = <usize>hidden * 4;
  const column = <usize>p * ROW;
  const bytes = load<u32>(head, HEAD_inputPanel);
  const panel = sumPanel(call, load<u32>(head, HEAD_inputGradient) + <usize>p * bytes, bytes);
  unpackRows(load<u32>(head, HEAD_dKernelAt) + column, panel, stride, units, count);
  const bias = panel + <usize>(panelsFor(units) * PANEL) * ROW;
  storeRow(load<u32>(head, HEAD_dBiasAt) + column, bias, count);
  const embedding = load<u32>(head, HEAD_dEmbeddingAt) + column;
  unpackRows(embedding, bias + ROW, stride, load<i32>(head, HEAD_embeddingRows), count);
}

function reduceOutput(call: usize, head: usize, p: i32): void {
  const hidden = load<i32>(head, HEAD_hidden);
  const classes = load<i32>(head, HEAD_classes);
  const count = classes - PANEL * p;
  const column = <usize>p * ROW;
  const bytes = load<u32>(head, HEAD_outputPanel);
  const panel = sumPanel(call, load<u32>(head, HEAD_outputGradient) + <usize>p * bytes, bytes);
  const kernel = load<u32>(head, HEAD_dOutputKernelAt) + column;
  unpackRows(kernel, panel, <usize>classes * 4, hidden, count);
  const bias = panel + <usize>(hiddenPanels(head) * PANEL) * ROW;
  storeRow(load<u32>(head, HEAD_dOutputBiasAt) + column, bias, count);
}

/** Scaled sum of the threads' gradients of one panel, in the first thread's place. */
function sumPanel(call: usize, offset: usize, bytes: usize): usize {
  const sum = load<u32>(shareRecord(call, 0), SHARE_gradientsAt) + offset;
  const end = sum + bytes;
  for (let other = 1; other < load<i32>(call, HEADS_threads); other++) {
    let part = load<u32>(shareRecord(call, other), SHARE_gradientsAt) + offset;
    for (let at = sum; at < end; at += 16) {
      v128.store(at, f32x4.add(v128.load(at), v128.load(part)));
      part += 16;
    }
  }
  scaleRange(sum, end, load<f32>(call, HEADS_scale));
  return sum;
}

function scaleState(call: usize, thread: i32): void {
  const vectors = (load<i32>(call, HEADS_stateRows) * load<i32>(call, HEADS_units) + 3) >> 2;
  const state = <usize>load<u32>(call, HEADS_dStateAt);
  const first = state + <usize>itemStart(call, thread, vectors) * 16;
  const end = state + <usize>itemStart(call, thread + 1, vectors) * 16;
  scaleRange(first, end, load<f32>(call, HEADS_scale));
}

function scaleRange(at: usize, end: usize, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor));
}
