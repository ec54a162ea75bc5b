import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Checkpoint } from '../training/checkpoint';
import { WorkerClient } from './client';
import type { Handlers } from './protocol';
import { ChannelWorker, noHandlers } from './testing/channelWorker';

const settings = {
  epochs: 1,
  batchSize: 1,
  learningRate: 1,
  sequenceLength: 1,
  dropout: 0,
  seed: 1,
};

/** Of a network without weights. */
const checkpoint: Checkpoint = {
  preset: 'seed',
  encoding: { id: 'melody', version: 1 },
  settings,
  weights: [],
  optimizer: { step: 0, moments: [] },
  step: 0,
  epoch: 0,
  epochSum: 0,
  history: [],
  trainedOn: { training: [], validation: [] },
  typicalMeter: {
    microsecondsPerQuarter: 500_000,
    timeSignature: { numerator: 4, denominator: 4 },
  },
};

const firstStep = {
  kind: 'step',
  step: 1,
  totalSteps: 1e6,
  epoch: 1,
  batch: 1,
  batches: 1e6,
  loss: 1,
  notesPerSecond: 1,
  secondsLeft: 1,
} as const;

/** Trains for ever: as in the loop, a save comes after the step in which it is asked for. */
const handlers: Handlers = {
  ...noHandlers,
  train: async function* (_, { signal, takeSaveRequest }) {
    while (!signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      yield firstStep;
      if (takeSaveRequest?.()) yield { kind: 'checkpoint', checkpoint };
    }
    return { checkpoint, stopped: true };
  },
};

const client = new WorkerClient(() => new ChannelWorker(handlers));
afterEach(() => client.end());

/** A run, and the kinds of what it tells. */
function startTraining() {
  const abort = new AbortController();
  const kinds: string[] = [];
  const done = client.run(
    'train',
    { preset: 'seed', settings, pieces: [], backend: 'cpu' },
    { signal: abort.signal, onProgress: ({ kind }) => kinds.push(kind) },
  );
  const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
  return {
    kinds,
    steps: () => count('step'),
    saves: () => count('checkpoint'),
    stop: async () => {
      abort.abort();
      await done;
    },
  };
}

/** Lets messages and the short waits of the handler go round a few times. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('a paused run that is asked for a save', () => {
  it('goes on to it, once for each step', async () => {
    const run = startTraining();
    await vi.waitFor(() => expect(run.steps()).toBeGreaterThan(0));
    client.pause();
    await aWhile();
    const steps = run.steps();
    client.requestSave();
    await vi.waitFor(() => expect(run.kinds.slice(-2)).toEqual(['step', 'checkpoint']));
    // Nothing has been done since: there is nothing to save.
    client.requestSave();
    await aWhile();
    expect(run.steps()).toBe(steps);
    expect(run.saves()).toBe(1);
    client.resume();
    await vi.waitFor(() => expect(run.steps()).toBeGreaterThan(steps));
    await run.stop();
  });

  it('goes on to it also where the pause has not taken hold', async () => {
    const run = startTraining();
    await vi.waitFor(() => expect(run.steps()).toBeGreaterThan(0));
    client.pause();
    client.requestSave();
    await vi.waitFor(() => expect(run.kinds.at(-1)).toBe('checkpoint'));
    const { length } = run.kinds;
    await aWhile();
    expect(run.kinds).toHaveLength(length);
    await run.stop();
  });
});
