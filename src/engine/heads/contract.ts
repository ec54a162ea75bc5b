/**
 * The contract of a kernel for the heads: one forward and one backward function over tfjs tensor
 * infos. A new one is one file and one line in `registerKernels.ts`; the parity suite checks it
 * against the reference. Where a backend has no kernel, ordinary tfjs ops do the same.
 */
import type { KernelBackend, NamedTensorMap, Tensor, TensorInfo } from '@tensorflow/tfjs';
import type { HeadsSize, HeadWeights } from './reference';

export const SOFTMAX_HEADS = 'SoftmaxHeads';
export const SOFTMAX_HEADS_GRAD = 'SoftmaxHeadsGrad';

export interface HeadsTensors<T = TensorInfo> {
  /** float32 [rows, units] */
  state: T;
  /** int32 [rows, columns] */
  columns: T;
  /** float32 [rows] */
  weights: T;
  heads: HeadWeights<T>[];
}

export interface HeadsAttributes extends Pick<HeadsSize, 'columnClasses' | 'predicted'> {
  /** Whether gradients are wanted. */
  training: boolean;
}

export interface HeadsOutputs {
  /** [heads] */
  losses: TensorInfo;
  /**
   * Data from the forward kernel for its backward kernel; [0] where unused. tfjs may pass a copy,
   * so a handle has to be looked up by value, not by `dataId`.
   */
  saved: TensorInfo;
}

export interface HeadsGradTensors extends HeadsTensors {
  saved: TensorInfo;
  /** Cotangent of the losses, [heads]. */
  dLosses: TensorInfo;
}

/** Gradients, each of its input's shape. */
export type HeadsGradOutputs<T = TensorInfo> = Pick<HeadsTensors<T>, 'state' | 'heads'>;

export interface HeadsKernel<B extends KernelBackend = KernelBackend> {
  /** tfjs backend this kernel belongs to. */
  backendName: string;
  /** Narrows the type of the backend. @throws TypeError for another backend. */
  narrow(backend: object): B;
  forward(inputs: HeadsTensors, attributes: HeadsAttributes, backend: B): HeadsOutputs;
  backward(inputs: HeadsGradTensors, attributes: HeadsAttributes, backend: B): HeadsGradOutputs;
}

/** The weights of a head in the order in which tfjs is given them. */
export function listWeights<T>(head: HeadWeights<T>): T[] {
  const { kernel, embedding, bias, outputKernel, outputBias } = head;
  const given = embedding === undefined ? [] : [embedding];
  return [kernel, ...given, bias, outputKernel, outputBias];
}

/** Inverse of `listWeights`, for all heads in sequence. */
export function nameWeights<T>(list: readonly T[], predicted: readonly number[]): HeadWeights<T>[] {
  let next = 0;
  const take = (): T => list[next++];
  return predicted.map((column) => ({
    kernel: take(),
    // The first column has none before it, and so no embedding.
    embedding: column > 0 ? take() : undefined,
    bias: take(),
    outputKernel: take(),
    outputBias: take(),
  }));
}

export function headsSizeOf(inputs: HeadsTensors, attributes: HeadsAttributes): HeadsSize {
  const [rows, units] = inputs.state.shape;
  return { rows, units, columnClasses: attributes.columnClasses, predicted: attributes.predicted };
}

/**
 * The op's inputs as tfjs requires them: keyed by position, yet a list, since only lists can be
 * saved whole for the gradient.
 */
export function asInputs(tensors: Tensor[]): Tensor[] & NamedTensorMap {
  const named: NamedTensorMap = {};
  return Object.assign(tensors, named);
}
