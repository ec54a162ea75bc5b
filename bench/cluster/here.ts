/** What Etude's own loop does for a kit: some epochs before it, and a look at its result. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildNetwork } from '../../src/model/buildNetwork';
import type { Preset, TrainingSettings } from '../../src/model/preset';
import { loadWeights } from '../../src/model/weights';
import { encodings } from '../../src/music/encoding';
import { readMidi } from '../../src/music/midi/read';
import type { Checkpoint } from '../../src/training/checkpoint';
import { Dataset } from '../../src/training/dataset';
import { validationLoss } from '../../src/training/evaluation';
import { trainingLoop } from '../../src/training/loop';
import type { EncodedPiece } from '../../src/training/split';

const LIBRARY = join(import.meta.dirname, '../../public/library');

/** What is trained, on the ten pieces of the sample library. */
export interface Problem {
  preset: Preset;
  /** Instead of the preset's. */
  settings: Partial<TrainingSettings>;
  /** Rows of each piece, so that plain JavaScript takes its steps in seconds. */
  rows: number;
}

export interface TrainedHere {
  checkpoint: Checkpoint;
  dataset: Dataset;
}

export async function trainedHere(problem: Problem, epochs: number): Promise<TrainedHere> {
  const { preset } = problem;
  const settings = settingsOf(problem);
  const dataset = new Dataset(pieces(problem), preset, settings);
  const network = buildNetwork(preset, settings);
  const stop = new AbortController();
  const loop = trainingLoop({
    network,
    dataset,
    preset,
    settings,
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
  problem: Problem,
  { dataset }: TrainedHere,
  { weights }: Checkpoint,
): Promise<number> {
  const network = buildNetwork(problem.preset, settingsOf(problem));
  try {
    loadWeights(network, weights);
    const loss = await validationLoss(network, dataset, new AbortController().signal);
    return loss ?? Number.NaN;
  } finally {
    network.dispose();
  }
}

function settingsOf({ preset, settings }: Problem): TrainingSettings {
  return { ...preset.defaults, ...settings };
}

function pieces({ preset, rows: most }: Problem): EncodedPiece[] {
  const encoding = encodings[preset.encoding];
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.mid'))
    .map((name): EncodedPiece => {
      const read = readMidi(new Uint8Array(readFileSync(join(LIBRARY, name))));
      if (!read.ok) throw new Error(`${name}: ${read.reason}`);
      const { width, data } = encoding.encode(read.songs[0]);
      return { id: name, rows: { width, data: data.slice(0, most * width) } };
    });
}
