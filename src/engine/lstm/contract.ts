/**
 * The contract of an LSTM kernel: one forward and one backward function over tfjs tensor infos.
 * A new one is one file and one line in `registerKernels.ts`; the parity suite checks it against
 * the reference.
 *
 * All inputs are always present, in these shapes (gates in Keras order i, f, c, o):
 *
 *     input            float32 [batch, time, features] or int32 [batch, time, columns]
 *     kernel           [rows, 4*units]     recurrentKernel [units, 4*units]    bias [4*units]
 *     initialHidden    [batch, units]      initialCell     [batch, units]
 */
import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs';
import type { LstmSize } from './reference';

export const LSTM_SEQUENCE = 'LstmSequence';
export const LSTM_SEQUENCE_GRAD = 'LstmSequenceGrad';

export interface LstmInputs {
  input: TensorInfo;
  kernel: TensorInfo;
  recurrentKernel: TensorInfo;
  bias: TensorInfo;
  initialHidden: TensorInfo;
  initialCell: TensorInfo;
}

export interface LstmAttributes {
  /** Number of classes of each index column; empty when the input is dense. */
  columnClasses: readonly number[];
  /** When false, output `hidden` is `[batch, 0, units]` and its cotangent is of that shape too. */
  returnSequences: boolean;
  /** Whether gradients are wanted. If not, the `saved` outputs should be empty. */
  training: boolean;
  /**
   * Whether the initial state is zeros. Then its gradients are not wanted (`[0]` is enough), and a
   * kernel may skip products with it.
   */
  fromZeros: boolean;
  /** Whether a dense input takes a gradient. If not, `[0]` is enough. */
  inputGradient: boolean;
}

/**
 * Data from the forward kernel for its backward kernel: any three tensors (activations, or
 * handles), of shape [0] where unused. The names are those of the reference. tfjs may pass copies,
 * so a handle has to be looked up by value, not by `dataId`.
 */
export interface LstmSaved {
  savedHidden: TensorInfo;
  savedCell: TensorInfo;
  savedGates: TensorInfo;
}

export interface LstmOutputs extends LstmSaved {
  /** [batch, time, units], or [batch, 0, units] without `returnSequences`. */
  hidden: TensorInfo;
  /** [batch, units] */
  lastHidden: TensorInfo;
  /** [batch, units] */
  lastCell: TensorInfo;
}

export interface LstmGradInputs extends LstmInputs, LstmSaved {
  /** Cotangent of `hidden`, same shape. */
  dHidden: TensorInfo;
  dLastHidden: TensorInfo;
  dLastCell: TensorInfo;
}

/** Gradients, each of its input's shape, or `[0]`: for index columns, and where not wanted. */
export type LstmGradOutputs = LstmInputs;

export interface LstmKernel<B extends KernelBackend = KernelBackend> {
  /** tfjs backend this kernel belongs to: 'cpu', 'wasm', 'webgl'. */
  backendName: string;
  /** Narrows the type of the backend. @throws TypeError for another backend. */
  narrow(backend: object): B;
  forward(inputs: LstmInputs, attributes: LstmAttributes, backend: B): LstmOutputs;
  backward(inputs: LstmGradInputs, attributes: LstmAttributes, backend: B): LstmGradOutputs;
}

export function lstmSizeOf(inputs: LstmInputs, attributes: LstmAttributes): LstmSize {
  const [batch, time, width] = inputs.input.shape;
  return {
    batch,
    time,
    width,
    units: inputs.initialHidden.shape[1],
    columnClasses: attributes.columnClasses,
  };
}
