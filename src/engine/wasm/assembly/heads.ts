/**
 * One thread's share of the rows through a chain of heads: losses and, in
 * training, all gradients, one block of rows after another while it is in the cache.
 */
import {
  HEADS_block, HEADS_columnCount, HEADS_columnsAt, HEADS_columnTableAt, HEADS_dStateAt,
  HEADS_gradientBytes, HEADS_heads, HEADS_panel, HEADS_rowsAt, HEADS_stateAt, HEADS_units,
  HEAD_column, SHARE_dStatesAt, SHARE_firstRow, SHARE_gradientsAt, SHARE_lossesAt, SHARE_progress,
  SHARE_rows, SHARE_selectedAt,
} from './fields';
import {
  hiddenCotangents, inputGradients, outputGradients, stateCotangents, transposeStates,
} from './headsBackward';
import { hiddenLayer, logits, losses } from './headsForward';
import {
  headRecord, selectedList, selectedStride, shareRecord, statesOf,
} from './headsRecords';
import { loadRow, PANEL, ROW, storeRow } from './panels';
import { tick } from './records';
import { listSelected } from './selectedRows';

export function passHeads(call: usize, thread: i32): void {
  const share = shareRecord(call, thread);
  const heads = load<i32>(call, HEADS_heads);
  memory.fill(load<u32>(share, SHARE_lossesAt), 0, <usize>heads * 8);
  const training = load<u32>(call, HEADS_dStateAt) != 0;
  const gradients = <usize>load<u32>(share, SHARE_gradientsAt);
  if (training) memory.fill(gradients, 0, load<u32>(call, HEADS_gradientBytes));
  const rows = load<i32>(share, SHARE_rows);
  const block = load<i32>(call, HEADS_block);
  const blocks = (rows + block - 1) / block;
  let list = load<u32>(call, HEADS_rowsAt) + <usize>load<i32>(share, SHARE_firstRow) * 4;
  for (let i = 0; i < blocks; i++) {
    const count = rows / blocks + (i < rows % blocks ? 1 : 0);
    loadStates(call, share, list, count);
    selectRows(call, share, list, count);
    if (training) transposeStates(call, share, count);
    for (let h = 0; h < heads; h++) {
      const head = headRecord(call, h);
      hiddenLayer(call, share, h, count);
      logits(call, share, head, count);
      losses(call, share, h, list, count);
      if (training) {
        outputGradients(call, share, head, count);
        hiddenCotangents(call, share, head, count);
        inputGradients(call, share, h, count);
        stateCotangents(call, share, head, count, h > 0);
      }
    }
    if (training) storeStateCotangents(call, share, list, count);
    list += <usize>count * 4;
    tick(share + SHARE_progress);
  }
}

/** Lists the embedding rows that each row's columns select. */
function selectRows(call: usize, share: usize, list: usize, count: i32): void {
  const width = <usize>load<i32>(call, HEADS_columnCount) * 4;
  const table = <usize>load<u32>(call, HEADS_columnTableAt);
  let selected = <usize>load<u32>(share, SHARE_selectedAt);
  for (let b = 0; b < count; b++) {
    const columns = load<u32>(call, HEADS_columnsAt) + <usize>load<i32>(list + (b << 2)) * width;
    const start = selectedList(call, selected);
    let end = start;
    let first = 0;
    for (let h = 0; h < load<i32>(call, HEADS_heads); h++) {
      const given = load<i32>(headRecord(call, h), HEAD_column);
      end = listSelected(end, columns, table, first, given);
      store<u32>(selected + (<usize>h << 2), <u32>(end - start));
      first = given;
    }
    selected += selectedStride(call);
  }
}

/** The listed rows of the state to panels. */
function loadStates(call: usize, share: usize, list: usize, count: i32): void {
  const units = load<i32>(call, HEADS_units);
  const state = <usize>load<u32>(call, HEADS_stateAt);
  const panel = <usize>load<u32>(call, HEADS_panel);
  for (let b = 0; b < count; b++) {
    const from = state + <usize>(load<i32>(list + (b << 2)) * units) * 4;
    let to = statesOf(share) + <usize>b * ROW;
    for (let u = 0; u < units; u += PANEL) {
      loadRow(to, from + <usize>u * 4, units - u);
      to += panel;
    }
  }
}

function storeStateCotangents(call: usize, share: usize, list: usize, count: i32): void {
  const units = load<i32>(call, HEADS_units);
  const dState = <usize>load<u32>(call, HEADS_dStateAt);
  let from = <usize>load<u32>(share, SHARE_dStatesAt);
  for (let u = 0; u < units; u += PANEL) {
    for (let b = 0; b < count; b++) {
      const row = load<i32>(list + (b << 2));
      storeRow(dState + <usize>(row * units + u) * 4, from, units - u);
      from += ROW;
    }
  }
}
