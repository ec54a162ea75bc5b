/** A network that has taken some steps, and batches of real music, for the comparison with Keras. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Adam } from '../../src/engine/adam/adam';
import type { Batch } from '../../src/model/batch';
import { buildNetwork } from '../../src/model/buildNetwork';
import type { Network } from '../../src/model/network';
import { type Preset, type PresetId, presets, type TrainingSettings } from '../../src/model/preset';
import { loadWeights, saveWeights } from '../../src/model/weights';
import { encodings } from '../../src/music/encoding';
import { readMidi } from '../../src/music/midi/read';
import { Random } from '../../src/music/random';
import type { Checkpoint } from '../../src/training/checkpoint';
import { Dataset } from '../../src/training/dataset';
import type { EncodedPiece } from '../../src/training/split';
import { trainingStep } from '../../src/training/trainingStep';

const LIBRARY = join(import.meta.dirname, '../../public/library');
const PIECES = 2;
/** Rows of each piece, so that a step takes little time. */
const ROWS = { melody: 20, polyphonic: 80 } as const;
/**
 * Steps before the file is written. Adam's means are then past their first values, at which a
 * difference in the last bit of a tiny gradient moves a weight as far as a whole step.
 */
const STEPS_BEFORE = 20;

export interface Problem {
  preset: Preset;
  settings: TrainingSettings;
  /** Of one epoch. */
  batches: Batch[];
  checkpoint: Checkpoint;
}

/** Settings of the comparison: few rows, no dropout. */
function settingsOf(preset: Preset): TrainingSettings {
  const sequenceLength = preset.architecture.kind === 'melody' ? 32 : 40;
  return { ...preset.defaults, batchSize: 8, sequenceLength, dropout: 0, epochs: 3 };
}

export async function makeProblem(id: PresetId): Promise<Problem> {
  const preset = presets[id];
  const settings = settingsOf(preset);
  const dataset = new Dataset([], preset, settings, { training: pieces(preset), validation: [] });
  const pass = dataset.trainingEpoch(1);
  const batches = Array.from({ length: pass.count }, (_, i) => pass.batch(i));
  const network = buildNetwork(preset, settings);
  const adam = makeAdam(network, preset);
  try {
    for (let step = 0; step < STEPS_BEFORE; step++) {
      await trainingStep(
        network,
        adam,
        batches[step % batches.length],
        unused,
        settings.learningRate,
      );
    }
    const checkpoint: Checkpoint = {
      preset: id,
      encoding: { id: preset.encoding, version: encodings[preset.encoding].version },
      settings,
      weights: await saveWeights(network),
      optimizer: await adam.getState(),
      step: STEPS_BEFORE,
      epoch: 0,
      epochSum: 0,
      history: [],
      trainedOn: { training: [], validation: [] },
      typicalMeter: {
        microsecondsPerQuarter: 500_000,
        timeSignature: { numerator: 4, denominator: 4 },
      },
    };
    return { preset, settings, batches, checkpoint };
  } finally {
    network.dispose();
    adam.dispose();
  }
}

/** Losses of the batches in turn, each before its update, for some epochs; and the weights after. */
export async function train(
  { preset, settings, batches }: Problem,
  { weights, optimizer }: Checkpoint,
  epochs: number,
): Promise<{ losses: number[]; weights: Checkpoint['weights'] }> {
  const network = buildNetwork(preset, settings);
  const adam = makeAdam(network, preset);
  try {
    loadWeights(network, weights);
    adam.setState(optimizer);
    const losses: number[] = [];
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const batch of batches) {
        losses.push(await trainingStep(network, adam, batch, unused, settings.learningRate));
      }
    }
    return { losses, weights: await saveWeights(network) };
  } finally {
    network.dispose();
    adam.dispose();
  }
}

/** Without dropout no number is drawn. */
const unused = Random.fromSeed(1);

function makeAdam(network: Network, { training }: Preset): Adam {
  return new Adam(
    network.variables().map(({ variable }) => variable),
    { clipNorm: training.clipNorm },
  );
}

function pieces({ encoding: id, architecture }: Preset): EncodedPiece[] {
  const encoding = encodings[id];
  const files = readdirSync(LIBRARY).filter((name) => name.endsWith('.mid'));
  return files.slice(0, PIECES).map((name): EncodedPiece => {
    const read = readMidi(new Uint8Array(readFileSync(join(LIBRARY, name))));
    if (!read.ok) throw new Error(`${name}: ${read.reason}`);
    const { width, data } = encoding.encode(read.songs[0]);
    return { id: name, rows: { width, data: data.slice(0, ROWS[architecture.kind] * width) } };
  });
}
