/** Trains the start model with the app's own loop and kernels, for `npm run pretrain`. */
import {
  PATHS,
  type PlainPiece,
  type PretrainOrder,
  type PretrainWorker,
  type Progress,
  type Reply,
} from '../../scripts/pretrain/requests';
import { startBackend } from '../../src/engine/backend/backend';
import { fastestKernels } from '../../src/engine/composingKernels';
import { buildNetwork } from '../../src/model/buildNetwork';
import { Likelihood } from '../../src/model/polyphonic/likelihood';
import { presets } from '../../src/model/preset';
import { encodings } from '../../src/music/encoding';
import { withheldBits, withholder } from '../../src/music/encoding/withhold';
import type { Checkpoint } from '../../src/training/checkpoint';
import { Dataset } from '../../src/training/dataset';
import { trainingLoop } from '../../src/training/loop';
import { START_ROOT } from '../../src/training/modelFile/startCard';
import { writeCompactModelFile, writeModelFile } from '../../src/training/modelFile/write';
import type { EncodedPiece } from '../../src/training/split';
import { StepClock } from '../../src/training/stepClock';
import { readModel } from '../../src/worker/readModel';

/** Least time between two messages of progress, milliseconds. */
const PROGRESS_INTERVAL = 5_000;
/** Least time between two checkpoints, milliseconds. */
const CHECKPOINT_INTERVAL = 90_000;
/** Pieces fetched at once. */
const PARALLEL = 8;

async function request(path: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(new URL(path, `${location.origin}/`), options);
  if (!response.ok) throw new Error(`${path}: status ${response.status}.`);
  return response;
}

async function fetchPieces(plain: readonly PlainPiece[], width: number): Promise<EncodedPiece[]> {
  const pieces: EncodedPiece[] = [];
  for (let from = 0; from < plain.length; from += PARALLEL) {
    const some = plain.slice(from, from + PARALLEL).map(async ({ id, number, form }) => {
      const response = await request(`${PATHS.rows}${number}`);
      return { id, form, rows: { width, data: new Int16Array(await response.arrayBuffer()) } };
    });
    pieces.push(...(await Promise.all(some)));
  }
  return pieces;
}

async function fetchCheckpoint(from: 'checkpoint' | 'model' = 'checkpoint'): Promise<Checkpoint> {
  const response = await request(PATHS[from]);
  const read = await readModel(new Uint8Array(await response.arrayBuffer()));
  if (!read.ok) throw new Error(read.reason);
  return read.model.checkpoint;
}

/** @param seconds of training in this session, up to the checkpoint */
async function saveCheckpoint(checkpoint: Checkpoint, seconds: number): Promise<void> {
  const about = { version: '0', saved: new Date(), titleOf: () => undefined };
  const body = writeModelFile(checkpoint, about);
  await request(`${PATHS.checkpoint}?seconds=${seconds}`, { method: 'POST', body });
}

async function report(progress: Progress): Promise<Reply> {
  const body = JSON.stringify(progress);
  return (await request(PATHS.progress, { method: 'POST', body })).json();
}

async function openDataset(order: PretrainOrder): Promise<Dataset> {
  const preset = presets[order.preset];
  const { columns } = encodings[preset.encoding];
  const held = {
    training: await fetchPieces(order.training, columns.length),
    validation: await fetchPieces(order.validation, columns.length),
  };
  return new Dataset([], preset, order.settings, held);
}

const worker: PretrainWorker = {
  async run(order) {
    const { settings, typicalMeter } = order;
    const preset = presets[order.preset];
    const dataset = await openDataset(order);
    // Reading a model file starts another backend.
    const from = order.resume ? await fetchCheckpoint() : undefined;
    await startBackend('wasm', order.threads);
    const network = buildNetwork(preset, settings);
    const controller = new AbortController();
    const { signal } = controller;
    const clock = new StepClock();
    const losses: number[] = [];
    let reportedAt = performance.now();
    let savedAt = reportedAt;
    /** Time of steps and validation, milliseconds. */
    let trained = 0;
    const tell = async (progress: Progress): Promise<void> => {
      const { stop } = await report(progress);
      reportedAt = performance.now();
      if (stop) controller.abort();
    };
    try {
      const loop = trainingLoop({ network, dataset, preset, settings, signal, from, typicalMeter });
      for (;;) {
        const asked = performance.now();
        const next = await loop.next();
        if (next.done) {
          const { history, best } = next.value;
          await saveCheckpoint(next.value, trained / 1000);
          return {
            epochs: history.length,
            best: best && { epoch: best.epoch, validationLoss: best.validationLoss },
            // Validation may have ended it early.
            finished: !signal.aborted,
          };
        }
        const event = next.value;
        const now = performance.now();
        if (event.kind !== 'checkpoint') trained += now - asked;
        if (event.kind === 'epoch') {
          await tell({ kind: 'epoch', record: event.record, seconds: trained / 1000 });
        } else if (event.kind === 'checkpoint') {
          if (now - savedAt < CHECKPOINT_INTERVAL) continue;
          await saveCheckpoint(event.checkpoint, trained / 1000);
          savedAt = performance.now();
        } else {
          const { step, totalSteps, epoch } = event;
          clock.add(event.rows, event.milliseconds);
          losses.push(event.loss);
          if (now - reportedAt < PROGRESS_INTERVAL) continue;
          const loss = losses.reduce((sum, each) => sum + each, 0) / losses.length;
          losses.length = 0;
          const pace = clock.pace(totalSteps - step);
          await tell({ kind: 'step', step, totalSteps, epoch, loss, ...pace });
        }
      }
    } finally {
      network.dispose();
    }
  },

  async publish(version) {
    const checkpoint = await fetchCheckpoint();
    // The index of runs takes the place of the list of pieces.
    const published: Checkpoint = {
      ...checkpoint,
      trainedOn: { training: [], validation: [] },
      lineage: { epochs: 0, pieces: [], heldOut: [], root: START_ROOT },
    };
    const about = { version, saved: new Date(), titleOf: () => undefined };
    const body = writeCompactModelFile(published, about);
    await request(PATHS.model, { method: 'POST', body });
  },

  async nats(from, plain, rows, withheld) {
    const { preset: id, best, weights } = await fetchCheckpoint(from);
    const { architecture, encoding } = presets[id];
    if (architecture.kind !== 'polyphonic') throw new Error('Only polyphonic networks are taught.');
    const { columns } = encodings[encoding];
    const cell = await fastestKernels();
    const likelihood = new Likelihood(architecture, columns, best?.weights ?? weights, cell);
    const found = likelihood.columns.map((at) => ({ name: columns[at].name, nats: 0, rows: 0 }));
    const withhold = withholder(columns);
    const bits = withheldBits(withheld);
    let left = rows;
    for (const piece of plain) {
      if (left <= 0) break;
      const [encoded] = await fetchPieces([piece], columns.length);
      const { data, width } = encoded.rows;
      const count = data.length / width;
      for (let at = 0; at < data.length; at += width) withhold(bits, data, at);
      likelihood.nats(encoded.rows).forEach((nats, i) => {
        found[i].nats += nats;
        const at = likelihood.columns[i];
        for (let row = 0; row < count; row++) {
          if (data[row * width + at] >= 0) found[i].rows++;
        }
      });
      left -= count;
    }
    return found;
  },
};

globalThis.pretrain = worker;
postMessage('ready');
