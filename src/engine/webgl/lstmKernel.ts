/**
 * The LSTM as a kernel of tfjs's 'webgl' backend, with its own textures and programs: two draws a
 * time step forward, three backward, one for the gradient of each weight matrix.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { LstmKernel } from '../lstm/contract';
import { backwardPass } from './backward';
import { contextOf, narrowToWebgl } from './context';
import { backwardOverNothing, forwardOverNothing, isEmptySequence } from './emptySequence';
import { forwardPass } from './forward';

export const webglLstm: LstmKernel<MathBackendWebGL> = {
  backendName: 'webgl',
  narrow: narrowToWebgl,

  forward(inputs, attributes, backend) {
    const context = contextOf(backend);
    if (isEmptySequence(inputs)) return forwardOverNothing(context, inputs);
    return forwardPass(context, inputs, attributes);
  },

  backward(inputs, attributes, backend) {
    const context = contextOf(backend);
    if (isEmptySequence(inputs)) return backwardOverNothing(context, inputs, attributes);
    return backwardPass(context, inputs, attributes);
  },
};
