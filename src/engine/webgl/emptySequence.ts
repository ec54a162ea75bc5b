/** The sequence without time steps: states pass through, weights get no gradient. Nothing to draw. */
import type { TensorInfo } from '@tensorflow/tfjs';
import type {
  LstmAttributes,
  LstmGradInputs,
  LstmGradOutputs,
  LstmInputs,
  LstmOutputs,
} from '../lstm/contract';
import type { Context } from './context';
import { emptyTensor, share } from './textures';

export const isEmptySequence = ({ input }: LstmInputs): boolean => input.shape[1] === 0;

export function forwardOverNothing(context: Context, inputs: LstmInputs): LstmOutputs {
  const [batch, units] = inputs.initialHidden.shape;
  return {
    hidden: emptyTensor(context, [batch, 0, units]),
    lastHidden: share(context, inputs.initialHidden),
    lastCell: share(context, inputs.initialCell),
    savedHidden: emptyTensor(context, [0]),
    savedCell: emptyTensor(context, [0]),
    savedGates: emptyTensor(context, [0]),
  };
}

export function backwardOverNothing(
  context: Context,
  inputs: LstmGradInputs,
  { columnClasses }: LstmAttributes,
): LstmGradOutputs {
  const zeros = ({ shape }: TensorInfo): TensorInfo => {
    const size = shape.reduce((product, side) => product * side, 1);
    return context.backend.makeTensorInfo(shape, 'float32', new Float32Array(size));
  };
  return {
    input: emptyTensor(context, columnClasses.length === 0 ? inputs.input.shape : [0]),
    kernel: zeros(inputs.kernel),
    recurrentKernel: zeros(inputs.recurrentKernel),
    bias: zeros(inputs.bias),
    initialHidden: share(context, inputs.dLastHidden),
    initialCell: share(context, inputs.dLastCell),
  };
}
