/** A checkpoint after two epochs, with weights at random, for tests of the kit. */
import { presets } from '../../../model/preset';
import { weightShapes } from '../../../model/weightShapes';
import { encodings } from '../../../music/encoding';
import { Random } from '../../../music/random';
import type { Checkpoint } from '../../checkpoint';

const PRESET = presets['form-small'];

export function smallCheckpoint(): Checkpoint {
  const random = Random.fromSeed(3);
  const weights = weightShapes(PRESET).map(({ name, shape }) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return { name, shape, values: Float32Array.from({ length: size }, () => random.next() / 5) };
  });
  return {
    preset: PRESET.id,
    encoding: { id: PRESET.encoding, version: encodings[PRESET.encoding].version },
    settings: { ...PRESET.defaults, sequenceLength: 6 },
    weights,
    optimizer: {
      step: 4,
      moments: weights.map(({ values }) => ({ mean: values.slice(), square: values.slice() })),
    },
    step: 4,
    epoch: 2,
    epochSum: 0,
    history: [
      { epoch: 1, trainingLoss: 9, validationLoss: 8 },
      { epoch: 2, trainingLoss: 7, validationLoss: 6 },
    ],
    trainedOn: { training: ['a', 'b'], validation: ['c'] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  };
}
