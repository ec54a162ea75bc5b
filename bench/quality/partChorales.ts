/** Part "chorales": nats per frame on the test chorales, evaluated once with the best weights. */
import { type Preset, presets } from '../../src/model/preset';
import { CHORALE_COLUMNS, countFrames } from './chorale';
import { countedNats } from './counting';
import { choralePieces } from './data';
import { trainAndJudge } from './judge';
import type { Part } from './part';

/** The Studio network and its recipe, with the chorales' columns. */
const preset: Preset = {
  ...presets['studio-medium'],
  architecture: { kind: 'polyphonic', units: 256, layers: 1, hidden: 128 },
  training: {
    predict: 'every row',
    transpose: 6,
    clipNorm: 1,
    schedule: 'cosine',
    patience: 20,
  },
};

const settings = {
  epochs: 60,
  batchSize: 16,
  learningRate: 0.004,
  sequenceLength: 128,
  dropout: 0.3,
  seed: 1,
};

const TRANSPOSITIONS = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];

export const chorales: Part = {
  name: 'chorales',
  title: 'Bach chorales, nats per frame',
  async measure({ worker, quick }) {
    const pieces = choralePieces();
    const frames = countFrames(pieces.test);
    const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
    const counts = countedNats(pieces, CHORALE_COLUMNS, TRANSPOSITIONS).map(({ title, nats }) => ({
      title: `${title}, all transpositions`,
      perFrame: total(nats) / frames,
    }));
    const chosen = quick ? { ...settings, epochs: 2 } : settings;
    const verdict = await trainAndJudge(worker, pieces, preset, chosen, CHORALE_COLUMNS);
    const nats = total(verdict.nats);
    const row = (name: string, perFrame: number): string[] => [name, perFrame.toFixed(3)];
    return {
      figures: {
        jsb_test_nats_per_frame: nats / frames,
        jsb_test_frames: frames,
        jsb_seconds: verdict.seconds,
        jsb_best_epoch: verdict.bestEpoch,
        jsb_5gram_nats_per_frame: Math.min(...counts.map(({ perFrame }) => perFrame)),
      },
      table: {
        head: ['model', 'nats per frame'],
        rows: [
          row(
            `Studio network, best epoch ${verdict.bestEpoch} of ${verdict.epochs}`,
            nats / frames,
          ),
          ...counts.map(({ title, perFrame }) => row(title, perFrame)),
        ],
      },
    };
  },
};
