/** Trains, evaluates and composes with Etude's own engine, for the quality benchmark. */
import { startBackend } from '../../src/engine/backend/backend';
import { fastestKernels } from '../../src/engine/composingKernels';
import { prepareWasmKernels } from '../../src/engine/wasm/engine';
import { TakeBuilder } from '../../src/model/composing/takeBuilder';
import { createComposer } from '../../src/model/createComposer';
import { Likelihood } from '../../src/model/polyphonic/likelihood';
import { buildPolyphonicNetwork } from '../../src/model/polyphonic/polyphonicNetwork';
import type { PolyphonicArchitecture } from '../../src/model/preset';
import { loadWeights, saveWeights } from '../../src/model/weights';
import type { NamedWeight } from '../../src/model/weightValues';
import { encodings } from '../../src/music/encoding';
import type { EncodingColumn } from '../../src/music/encoding/encoding';
import { Random } from '../../src/music/random';
import { Dataset } from '../../src/training/dataset';
import { validationLoss } from '../../src/training/evaluation';
import { trainingLoop } from '../../src/training/loop';
import type { EncodedPiece } from '../../src/training/split';
import { type StartModel, startModel } from '../../src/training/start';
import { readModel } from '../../src/worker/readModel';
import type {
  ComposeOrder,
  PlainPiece,
  QualityWorker,
  TracePoint,
  TrainOrder,
} from '../quality/requests';

const pieces = new Map<string, EncodedPiece>();
let weights: NamedWeight[] = [];

function find(ids: readonly string[]): EncodedPiece[] {
  return ids.map((id) => {
    const piece = pieces.get(id);
    if (!piece) throw new Error(`There is no piece "${id}".`);
    return piece;
  });
}

function unpacked(base64: string): Int16Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Int16Array(bytes.buffer);
}

/** Nats of each predicted column, summed over the pieces, with the current weights. */
async function natsOf(
  ids: string[],
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
): Promise<number[]> {
  const likelihood = new Likelihood(architecture, columns, weights, await fastestKernels());
  const nats = find(ids).map(({ rows }) => likelihood.nats(rows));
  return likelihood.columns.map((_, i) => nats.reduce((sum, piece) => sum + piece[i], 0));
}

let start: StartModel | undefined;

function startOrThrow(): StartModel {
  if (!start) throw new Error('No start model is open.');
  return start;
}

const worker: QualityWorker = {
  async start(threads) {
    await startBackend('wasm');
    return (await prepareWasmKernels({ threads })).threads;
  },

  async load(plain: PlainPiece[]) {
    for (const { id, width, rows } of plain) {
      pieces.set(id, { id, rows: { width, data: unpacked(rows) } });
    }
  },

  async clear() {
    pieces.clear();
  },

  async openStart(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const read = await readModel(bytes);
    if (!read.ok) throw new Error(read.reason);
    start = startModel(read.model.checkpoint);
    weights = start.weights;
    // Reading a model file starts another backend.
    await startBackend('wasm');
    return read.model.checkpoint.forms ?? [];
  },

  async train(order: TrainOrder) {
    const { preset, columns, settings, training, validation } = order;
    const { architecture } = preset;
    if (architecture.kind !== 'polyphonic') throw new Error('Only polyphonic networks are judged.');
    const network = buildPolyphonicNetwork(architecture, columns, settings);
    const held = { training: find(training), validation: find(validation) };
    const dataset = new Dataset([], preset, settings, held, columns);
    const from = order.start ? startOrThrow() : undefined;
    const { signal } = new AbortController();
    const trace: TracePoint[] = [];
    let best = Number.POSITIVE_INFINITY;
    const follow = async (epoch: number, after: number): Promise<void> => {
      if (!order.followed) return;
      trace.push({
        epoch,
        seconds: after,
        nats: await natsOf(order.followed, architecture, columns),
      });
    };
    if (from) {
      loadWeights(network, from.weights);
      best = (await validationLoss(network, dataset, signal)) ?? best;
      weights = from.weights;
      await follow(0, 0);
    }
    const loop = trainingLoop({
      network,
      dataset,
      preset,
      settings,
      signal,
      start: from,
      typicalMeter: {
        microsecondsPerQuarter: 500_000,
        timeSignature: { numerator: 4, denominator: 4 },
      },
    });
    let began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1000;
    const perSecond: number[] = [];
    try {
      for (;;) {
        const next = await loop.next();
        if (next.done) {
          weights = next.value.best?.weights ?? next.value.weights;
          perSecond.sort((a, b) => a - b);
          return {
            trace,
            seconds: seconds(),
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
          const { epoch, trainingLoss, validationLoss: loss } = next.value.record;
          console.info(
            `epoch ${epoch}: training ${trainingLoss.toFixed(3)}, validation ${loss?.toFixed(3)}, ${seconds().toFixed(0)} s`,
          );
          const paused = performance.now();
          if (order.followed && loss !== undefined && loss < best) {
            best = loss;
            weights = await saveWeights(network);
          }
          await follow(epoch, seconds());
          began += performance.now() - paused;
        }
      }
    } finally {
      network.dispose();
    }
  },

  nats: natsOf,

  async compose({ preset, seeds, forms, settings }: ComposeOrder) {
    const composer = createComposer(preset, weights, 1, await fastestKernels());
    const encoding = encodings[preset.encoding];
    const prompt = { width: encoding.columns.length, data: new Int16Array(0) };
    const began = performance.now();
    const builders = seeds.map((seed, take) => new TakeBuilder(take, seed, encoding, prompt));
    const random = seeds.map((seed) => Random.fromSeed(seed));
    for (const added of composer.compose({ ...settings, prompt, random, forms })) {
      for (const row of added) builders[row.take].add(row);
    }
    const seconds = (performance.now() - began) / 1000;
    const takes = builders.map(({ rows, composed }) => ({
      rows: Array.from(rows.data),
      notes: composed.notes,
    }));
    return { takes, seconds };
  },
};

globalThis.quality = worker;
postMessage('ready');
