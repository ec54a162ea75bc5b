/** Reads the records of a chain of heads. `fields.ts` says what they hold. */
import {
  HEADS_columnCount, HEADS_headStride, HEADS_heads, HEADS_headsAt, HEADS_shareStride,
  HEADS_sharesAt, HEADS_threads, HEADS_units, HEAD_classes, HEAD_hidden, SHARE_statesAt,
} from './fields';
import { panelsFor } from './panels';

export function shareRecord(call: usize, thread: i32): usize {
  return load<u32>(call, HEADS_sharesAt) + <usize>thread * load<u32>(call, HEADS_shareStride);
}

export function headRecord(call: usize, head: i32): usize {
  return load<u32>(call, HEADS_headsAt) + <usize>head * load<u32>(call, HEADS_headStride);
}

export function hiddenPanels(head: usize): i32 {
  return panelsFor(load<i32>(head, HEAD_hidden));
}

export function classPanels(head: usize): i32 {
  return panelsFor(load<i32>(head, HEAD_classes));
}

/** First of the items [0, count) that belong to this thread; the next thread's first ends them. */
export function itemStart(call: usize, thread: i32, count: i32): i32 {
  return (thread * count) / load<i32>(call, HEADS_threads);
}

// @inline
export function unitPanels(call: usize): i32 {
  return panelsFor(load<i32>(call, HEADS_units));
}

// @inline
export function statesOf(share: usize): usize {
  return load<u32>(share, SHARE_statesAt);
}

/**
 * Bytes of a row's record of selected embedding rows: per head the bytes of its list, then the lists,
 * of which each is the beginning of the next.
 */
// @inline
export function selectedStride(call: usize): usize {
  return <usize>(load<i32>(call, HEADS_heads) + load<i32>(call, HEADS_columnCount)) * 4;
}

// @inline
export function selectedBytes(selected: usize, h: i32): usize {
  return <usize>load<u32>(selected + (<usize>h << 2));
}

// @inline
export function selectedList(call: usize, selected: usize): usize {
  return selected + <usize>load<i32>(call, HEADS_heads) * 4;
}
