import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { Checkpoint } from '../../training/checkpoint';
import type { AppState } from '../state';
import {
  type Conductor,
  composedTake,
  conduct,
  modelOf,
  output,
  trainedStore,
} from '../testing/composing';
import { composeSnippets } from './snippets';

let store: StoreApi<AppState>;
let conductor: Conductor;
let hear: (checkpoint: Checkpoint) => void;
let now: number;
/** What the composer answers. */
let answer: () => ReturnType<typeof output>;

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  answer = () => output([composedTake(3, { seed: 1 })]);
  store = trainedStore();
  conductor = conduct(async function* () {
    const made = answer();
    yield { take: 0, of: 1, ppq: made.ppq, composed: made.takes[0] };
    return made;
  });
  hear = composeSnippets(store, conductor.client);
});

afterEach(() => {
  conductor.client.end();
  vi.restoreAllMocks();
});

const titles = (): string[] => store.getState().snippets.map(({ title }) => title);

/** A checkpoint at the end of an epoch, this many milliseconds after the last. */
async function reach(epoch: number, after = 5000): Promise<void> {
  now += after;
  const checkpoint = modelOf('studio-small', { epoch });
  hear(checkpoint);
  // What is asked for later is answered later: by then the snippet is there, if one was begun.
  await conductor.client.run('probe', { backend: 'cpu' }).catch(() => {});
}

it('composes a short take from the weights as they are', async () => {
  const weights = [{ name: 'dense/bias', shape: [1], values: Float32Array.of(7) }];
  const best = { epoch: 1, validationLoss: 1, weights: [] };
  hear(modelOf('studio-small', { epoch: 2, weights, best }));
  await expect.poll(titles).toEqual(['Epoch 2']);
  const [{ model, settings, pieces }] = conductor.asked;
  expect(model.weights).toEqual(weights);
  expect(settings).toMatchObject({ length: 4, takes: 1, seed: 1 });
  expect(pieces).toEqual([]);
  expect(store.getState().snippets[0]).toMatchObject({
    number: 2,
    epoch: 2,
    preset: 'studio-small',
    composing: false,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
  });
});

it('sends nothing but what composing needs: no state of the optimizer, no second weights', async () => {
  await reach(1);
  expect(Object.keys(conductor.asked[0].model).sort()).toEqual([
    'encoding',
    'forms',
    'preset',
    'root',
    'settings',
    'trainedOn',
    'weights',
  ]);
});

it('counts a snippet in the unit of the preset', async () => {
  hear(modelOf('seed', { epoch: 1 }));
  await expect.poll(titles).toEqual(['Epoch 1']);
  expect(conductor.asked[0].settings.length).toBe(24);
});

it('makes one at most every four seconds, and one for each epoch at most', async () => {
  await reach(1);
  await reach(2, 3999);
  await reach(2, 5000);
  await reach(3, 0);
  await reach(3, 60_000);
  expect(titles()).toEqual(['Epoch 1', 'Epoch 3']);
});

it('begins with the first steps, before the first epoch has ended', async () => {
  for (const [epoch, step] of [
    [0, 0],
    [0, 1],
    [0, 1],
    [0, 40],
    [1, 90],
    [1, 120],
  ]) {
    now += 5000;
    hear(modelOf('seed', { epoch, step }));
    await conductor.client.run('probe', { backend: 'cpu' }).catch(() => {});
  }
  expect(titles()).toEqual(['After 1 step', 'After 40 steps', 'Epoch 1']);
  expect(store.getState().snippets.map(({ steps }) => steps)).toEqual([1, 40, undefined]);
});

it('begins at once with a new run', async () => {
  await reach(5);
  await reach(1, 1);
  expect(titles()).toEqual(['Epoch 5', 'Epoch 1']);
});

it('thins the older half of many, and keeps the shown one', async () => {
  for (let epoch = 1; epoch <= 24; epoch++) await reach(epoch);
  expect(titles()).toHaveLength(24);
  const heard = store.getState().snippets[3];
  store.setState({ shown: { kind: 'take', id: heard.id } });
  await reach(25);
  expect(titles().slice(0, 9)).toEqual(
    [1, 3, 4, 5, 7, 9, 11, 13, 14].map((epoch) => `Epoch ${epoch}`),
  );
  expect(titles().at(-1)).toBe('Epoch 25');
});

it('continues after a failed one', async () => {
  answer = () => {
    throw new Error('It cannot be.');
  };
  hear(modelOf('seed', { epoch: 1 }));
  await expect.poll(() => conductor.asked.length).toBe(1);
  answer = () => output([composedTake(3)]);
  now += 5000;
  hear(modelOf('seed', { epoch: 2 }));
  await expect.poll(titles).toEqual(['Epoch 2']);
});
