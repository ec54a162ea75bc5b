/** Trains, judges and composes with Etude's own engine, for the benchmark of quality. */
import { startBackend } from '../../src/model/backend/backend';
import { createComposer } from '../../src/model/composer';
import { prepareWasmKernels } from '../../src/model/lstm/wasm/engine';
import { buildStudioNetwork } from '../../src/model/studio/studioNetwork';
import type { NamedWeight } from '../../src/model/weightValues';
import { Random } from '../../src/music/random';
import { Dataset } from '../../src/training/dataset';
import { trainingLoop } from '../../src/training/loop';
import type { EncodedPiece } from '../../src/training/split';
import { natsOf } from '../quality/likelihood';
import type { ComposeOrder, PlainPiece, QualityWorker, TrainOrder } from '../quality/orders';

let pieces = new Map<string, EncodedPiece>();
let weights: NamedWeight[] = [];

function find(ids: readonly string[]): EncodedPiece[] {
  return ids.map((id) => {
    const piece = pieces.get(id);
    if (!piece) throw new Error(`There is no piece "${id}".`);
    return piece;
  });
}

const worker: QualityWorker = {
  async start(threads) {
    await startBackend('wasm');
    return (await prepareWasmKernels({ threads })).threads;
  },

  async load(plain: PlainPiece[]) {
    pieces = new Map(
      plain.map(({ id, width, rows }) => [
        id,
        { id, rows: { width, data: Int32Array.from(rows) } },
      ]),
    );
  },

  async train({ preset, columns, settings, training, validation }: TrainOrder) {
    const { architecture } = preset;
    if (architecture.kind !== 'studio') throw new Error('Only Studio networks are judged.');
    const network = buildStudioNetwork(architecture, columns, settings);
    const held = { training: find(training), validation: find(validation) };
    const dataset = new Dataset([], preset, settings, held, columns);
    const loop = trainingLoop({
      network,
      dataset,
      preset,
      settings,
      signal: new AbortController().signal,
      manner: {
        microsecondsPerQuarter: 500_000,
        timeSignature: { numerator: 4, denominator: 4 },
      },
    });
    const began = performance.now();
    const perSecond: number[] = [];
    try {
      for (;;) {
        const next = await loop.next();
        if (next.done) {
          weights = next.value.best?.weights ?? next.value.weights;
          const seconds = (performance.now() - began) / 1000;
          perSecond.sort((a, b) => a - b);
          return {
            seconds,
            notesPerSecond: perSecond[perSecond.length >> 1],
            epochs: next.value.epoch,
            bestEpoch: next.value.best?.epoch ?? next.value.epoch,
            bestValidation: next.value.best?.validationLoss,
          };
        }
        if (next.value.kind === 'step') {
          perSecond.push((1000 * next.value.rows) / next.value.milliseconds);
        }
        if (next.value.kind === 'epoch') {
          const { epoch, trainingLoss, validationLoss } = next.value.record;
          console.info(
            `epoch ${epoch}: training ${trainingLoss.toFixed(3)}, validation ${validationLoss?.toFixed(3)}, ${((performance.now() - began) / 1000).toFixed(0)} s`,
          );
        }
      }
    } finally {
      network.dispose();
    }
  },

  async nats(ids, architecture, columns) {
    return natsOf(find(ids), architecture, columns, weights);
  },

  async compose({ preset, seeds, settings }: ComposeOrder) {
    const composer = createComposer(preset, weights, 1);
    const takes = seeds.map(
      (): { rows: number[][]; closing: ({ tick: number; duration: number } | null)[] } => ({
        rows: [],
        closing: [],
      }),
    );
    const steps = composer.compose({
      ...settings,
      opening: { width: 1, data: new Int32Array(0) },
      random: seeds.map((seed) => Random.fromSeed(seed)),
    });
    for (const added of steps) {
      for (const { take, row, closing } of added) {
        takes[take].rows.push([...row]);
        takes[take].closing.push(closing ?? null);
      }
    }
    return takes;
  },
};

globalThis.quality = worker;
postMessage('ready');
