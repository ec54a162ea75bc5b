/** What the WASM module exports. */
import { backward } from './backward';
import {
  PHASE_backward, PHASE_forward, PHASE_pack, PHASE_packHeads, PHASE_passHeads, PHASE_reduce,
  PHASE_reduceHeads,
} from './fields';
import { forward } from './forward';
import { passHeads } from './heads';
import { packHeads, reduceHeads } from './headsWeights';
import { product } from './microkernels';
import { ROW } from './panels';
import { pack, reduce } from './weights';

export { sigmoidArray, tanhArray } from './activations';
export { adamUpdate, sumOfSquares } from './adam';
export { dense, packDense } from './dense';
export { matMul } from './matmul';
export { expArray } from './softmax';

/** Does one thread's share of one phase of a call. */
export function run(phase: i32, call: usize, thread: i32): void {
  if (phase == PHASE_pack) pack(call, thread);
  else if (phase == PHASE_forward) forward(call, thread);
  else if (phase == PHASE_backward) backward(call, thread);
  else if (phase == PHASE_reduce) reduce(call, thread);
  else if (phase == PHASE_packHeads) packHeads(call, thread);
  else if (phase == PHASE_passHeads) passHeads(call, thread);
  else if (phase == PHASE_reduceHeads) reduceHeads(call, thread);
}

/**
 * Multiplies [rows, depth] by [depth, 8] panels that lie one after the other from `at`,
 * `times` times: the peak speed of the micro-kernels.
 */
export function repeatProduct(at: usize, rows: i32, depth: i32, times: i32): void {
  const a = at + <usize>rows * ROW;
  const b = a + <usize>(rows * depth) * 4;
  for (let i = 0; i < times; i++) product(at, a, <usize>rows * ROW, b, rows, depth, false);
}
