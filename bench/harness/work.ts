/** The arithmetic of a training step. */
import { PITCH_FEATURES } from '../../src/model/melody/pitchFeatures';
import { KEYS } from '../../src/music/encoding/melody';
import type { StepSize } from '../page/contestant';

/**
 * Floating-point operations of the matrix products of one step, two for each multiply-add, with
 * B the batch, T the time, U the units, F = 8 features, H the hidden units and K = 88 keys:
 *
 *     forward    2·B·T·4U·(F + U)                     + 2·B·(U·H + H·K)
 *     backward   2·B·T·4U·(F + U) + 2·B·T·4U·U        + 4·B·(U·H + H·K)
 *
 * (weight gradients, then the cotangent of the hidden state; no gradient of the input is needed.)
 * Activations, dropout, loss and Adam are not counted.
 */
export function flopsOfStep({ batch, time, units, hidden }: StepSize): number {
  const gates = 2 * batch * time * 4 * units;
  const lstm = 2 * gates * (PITCH_FEATURES + units) + gates * units;
  const dense = 6 * batch * (units * hidden + hidden * KEYS);
  return lstm + dense;
}
