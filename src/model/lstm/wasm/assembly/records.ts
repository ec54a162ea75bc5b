/** Reads the records of a call and its threads. `fields.ts` says what they hold. */
import {
  CALL_depth,
  CALL_groups,
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

export function threadRecord(call: usize, thread: i32): usize {
  return load<u32>(call, CALL_threadsAt) + <usize>thread * load<u32>(call, CALL_threadStride);
}

/** Says that this thread is alive. */
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

/** First of the items [0, count) that belong to this thread; the next thread's first ends them. */
export function shareStart(call: usize, thread: i32, count: i32): i32 {
  return (thread * count) / load<i32>(call, CALL_threads);
}
