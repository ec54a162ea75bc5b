/** Arithmetic of a training step. */
import { PITCH_FEATURES } from '../../src/model/melody/pitchFeatures';
import { KEYS } from '../../src/music/encoding/melody';
import type { StepSize } from '../page/candidate';

/**
 * Floating-point operations of the matrix products of one step, two for each multiply-add, with
 * B the batch, T the time, U the units, F = 8 features, H the hidden units and K = 88 keys:
 *
 *     forward    2·B·4U·(T·F + (T-1)·U)                       + 2·B·(U·H + H·K)
 *     backward   2·B·4U·(T·F + (T-1)·U) + 2·B·4U·(T-1)·U      + 4·B·(U·H + H·K)
 *
 * (weight gradients, then the cotangent of the hidden state). The initial state is zeros and needs
 * no product, and the input takes no gradient. Activations, dropout, loss and Adam are not
 * counted.
 */
export function flopsOfStep({ batch, time, units, hidden }: StepSize): number {
  const gates = 2 * batch * 4 * units;
  const recurrent = gates * (time - 1) * units;
  const lstm = 2 * gates * time * PITCH_FEATURES + 3 * recurrent;
  const dense = 6 * batch * (units * hidden + hidden * KEYS);
  return lstm + dense;
}
