/** The part of the walk that Etude's own loop takes: some epochs before the kit, and a look after it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildNetwork } from '../../src/model/buildNetwork';
import { presets, type TrainingSettings } from '../../src/model/preset';
import { loadWeights } from '../../src/model/weights';
import { encodings } from '../../src/music/encoding';
import { readMidi } from '../../src/music/midi/read';
import type { Checkpoint } from '../../src/training/checkpoint';
import { Dataset } from '../../src/training/dataset';
import { validationLoss } from '../../src/training/evaluation';
import { trainingLoop } from '../../src/training/loop';
import type { EncodedPiece } from '../../src/training/split';

const LIBRARY = join(import.meta.dirname, '../../public/library');
/** Rows of each piece, so that plain JavaScript takes its steps in seconds. */
const ROWS = 96;
const PRESET = presets['form-small'];
const SETTINGS: TrainingSettings = {
  ...PRESET.defaults,
  epochs: 5,
  batchSize: 4,
  sequenceLength: 48,
};

export interface TrainedHere {
  checkpoint: Checkpoint;
  dataset: Dataset;
}

export async function trainedHere(epochs: number): Promise<TrainedHere> {
  const dataset = new Dataset(pieces(), PRESET, SETTINGS);
  const network = buildNetwork(PRESET, SETTINGS);
  const stop = new AbortController();
  const loop = trainingLoop({
    network,
    dataset,
    preset: PRESET,
    settings: SETTINGS,
    signal: stop.signal,
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  });
  try {
    for (let next = await loop.next(); ; next = await loop.next()) {
      if (next.done) return { checkpoint: next.value, dataset };
      if (next.value.kind === 'epoch' && next.value.record.epoch === epochs) stop.abort();
    }
  } finally {
    network.dispose();
  }
}

/** Validation loss of other weights on the same pieces, by Etude's network. */
export async function validationHere(
  { dataset }: TrainedHere,
  { weights }: Checkpoint,
): Promise<number> {
  const network = buildNetwork(PRESET, SETTINGS);
  try {
    loadWeights(network, weights);
    const loss = await validationLoss(network, dataset, new AbortController().signal);
    return loss ?? Number.NaN;
  } finally {
    network.dispose();
  }
}

function pieces(): EncodedPiece[] {
  const encoding = encodings[PRESET.encoding];
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.mid'))
    .map((name): EncodedPiece => {
      const read = readMidi(new Uint8Array(readFileSync(join(LIBRARY, name))));
      if (!read.ok) throw new Error(`${name}: ${read.reason}`);
      const { width, data } = encoding.encode(read.songs[0]);
      return { id: name, rows: { width, data: data.slice(0, ROWS * width) } };
    });
}
