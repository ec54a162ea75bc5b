/** Reads the records of a chain of heads. `fields.ts` says what they hold. */
import {
  HEADS_headStride, HEADS_headsAt, HEADS_shareStride, HEADS_sharesAt, HEADS_threads, HEADS_units,
  HEAD_classes, HEAD_hidden, SHARE_statesAt,
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
