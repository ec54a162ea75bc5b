import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../model/buildNetwork';
import { type PresetId, presets } from '../model/preset';
import { saveWeights } from '../model/weights';
import { encodings } from '../music/encoding';
import type { Checkpoint } from '../training/checkpoint';
import { writeModelFile } from '../training/modelFile/write';
import { startModel } from '../training/start';
import { openStart } from './openStart';

async function untrained(id: PresetId): Promise<Checkpoint> {
  const preset = presets[id];
  const network = buildNetwork(preset, preset.defaults);
  const weights = await saveWeights(network);
  network.dispose();
  return {
    preset: id,
    encoding: { id: preset.encoding, version: encodings[preset.encoding].version },
    settings: preset.defaults,
    weights,
    optimizer: {
      step: 9,
      moments: weights.map(({ values }) => ({
        mean: new Float32Array(values.length),
        square: new Float32Array(values.length),
      })),
    },
    step: 9,
    epoch: 3,
    epochSum: 0,
    history: [],
    trainedOn: { training: ['a'], validation: [] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  };
}

function fileOf(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  return writeModelFile(checkpoint, {
    version: '1.0.0',
    saved: new Date(0),
    titleOf: () => undefined,
  });
}

let small: Checkpoint;

beforeAll(async () => {
  await tf.setBackend('cpu');
  small = await untrained('form-small');
});

describe('the start of a run', () => {
  it('is no model for nothing', async () => {
    expect(await openStart({ kind: 'nothing' }, 'form-small')).toBeUndefined();
  });

  it('is the model that is given', async () => {
    const model = startModel(small);
    expect(await openStart({ kind: 'model', model }, 'form-small')).toBe(model);
  });

  it('is read from a model file, with the id of a published model', async () => {
    const bytes = fileOf(small);
    const model = await openStart({ kind: 'file', bytes, root: 'published' }, 'form-small');
    expect(model?.weights).toEqual(small.weights);
    expect(model?.lineage).toEqual({ epochs: 3, pieces: [], heldOut: [], root: 'published' });
  });
});

describe('a refused start', () => {
  it('says that the model is of another preset', async () => {
    const start = { kind: 'model', model: startModel(small) } as const;
    await expect(openStart(start, 'form-medium')).rejects.toThrow(
      'This model was made with Studio, small.',
    );
  });

  it('says that the file is damaged', async () => {
    const bytes = fileOf(small).slice(0, 1000);
    await expect(openStart({ kind: 'file', bytes }, 'form-small')).rejects.toThrow(
      'This model file is damaged',
    );
  });
});
