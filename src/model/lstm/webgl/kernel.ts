/**
 * The LSTM as a kernel of tfjs's 'webgl' backend, on textures and programs of its own: two draws a
 * time step forward, three backward, one for the gradient of each weight matrix.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { LstmKernel } from '../kernels/contract';
import { backwardPass } from './backward';
import { contextOf, narrowToWebgl } from './context';
import { forwardPass } from './forward';

export const webglKernel: LstmKernel<MathBackendWebGL> = {
  backendName: 'webgl',
  narrow: narrowToWebgl,
  forward: (inputs, attributes, backend) => forwardPass(contextOf(backend), inputs, attributes),
  backward: (inputs, attributes, backend) => backwardPass(contextOf(backend), inputs, attributes),
};
