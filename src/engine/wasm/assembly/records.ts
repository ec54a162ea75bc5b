/** Reads the records of a call and its threads. `fields.ts` says what they hold. */
import {
  CALL_columnCount,
  CALL_depth,
  CALL_groups,
  CALL_initialHiddenAt,
  CALL_statesTPanel,
  CALL_threadStride,
  CALL_threads,
  CALL_threadsAt,
  CALL_transposedPanels,
  CALL_weightPanel,
  THREAD_dSumPanel,
  THREAD_progress,
  THREAD_statePanel,
} from './fields';
import { ROW } from './panels';

export function threadRecord(call: usize, thread: i32): usize {
  return load<u32>(call, CALL_threadsAt) + <usize>thread * load<u32>(call, CALL_threadStride);
}

/** Signals that this thread makes progress. */
export function beat(record: usize): void {
  tick(record + THREAD_progress);
}

/** Adds one to a counter that another thread reads. */
export function tick(at: usize): void {
  if (ASC_FEATURE_THREADS) atomic.add<i32>(at, 1);
  else store<i32>(at, load<i32>(at) + 1);
}

export function groups(call: usize): i32 {
  return load<i32>(call, CALL_groups);
}

export function depth(call: usize): i32 {
  return load<i32>(call, CALL_depth);
}

export function transposedPanels(call: usize): i32 {
  return load<i32>(call, CALL_transposedPanels);
}

export function weightPanel(call: usize): usize {
  return load<u32>(call, CALL_weightPanel);
}

export function statesTPanel(call: usize): usize {
  return load<u32>(call, CALL_statesTPanel);
}

export function statePanel(record: usize): usize {
  return load<u32>(record, THREAD_statePanel);
}

export function dSumPanel(record: usize): usize {
  return load<u32>(record, THREAD_dSumPanel);
}

/** Whether the initial state is zeros, for which no gradient is wanted. */
export function startsFromZeros(call: usize): bool {
  return load<u32>(call, CALL_initialHiddenAt) == 0;
}

/** Bytes of the gates that a thread keeps of the time steps before t. */
export function gatesBefore(call: usize, rows: i32, t: i32): usize {
  return <usize>(t * groups(call) * 4 * rows) * ROW;
}

/** First of the items [0, count) that belong to this thread; the next thread's first ends them. */
export function shareStart(call: usize, thread: i32, count: i32): i32 {
  return (thread * count) / load<i32>(call, CALL_threads);
}

/** Bytes of a row's record of selected kernel rows: the bytes of the list, then the list. */
export function selectedStride(call: usize): usize {
  return <usize>(1 + load<i32>(call, CALL_columnCount)) * 4;
}
