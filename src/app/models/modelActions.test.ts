import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { sampleTake } from '../../storage/testing/samples';
import type { Take } from '../compose/take';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf } from '../testing/training';
import { modelActions } from './modelActions';

let store: StoreApi<AppState>;
let conducted: Conducted;
let actions: ReturnType<typeof modelActions>;

beforeEach(async () => {
  installLocks();
  store = createStore<AppState>(initialState);
  let validationLoss = 5;
  conducted = conductTraining(store, (input, context) => {
    const best = { epoch: 1, validationLoss: --validationLoss, weights: [] };
    return endsAtOnce(validationLoss, { best })(input, context);
  });
  actions = modelActions({ store, ...conducted });
  await conducted.run.begin(runOf('a'));
  await conducted.run.begin(runOf('b'));
});

afterEach(() => {
  conducted.trainer.end();
  vi.unstubAllGlobals();
});

const titles = (): string[] => store.getState().models.map(({ title }) => title);
const undo = (): void => store.getState().undoable.at(-1)?.run();
const snippet: Take = { ...sampleTake(1), id: 'snippet', composing: false };

it('opens a model with its preset and settings', async () => {
  store.setState({ preset: 'form-small' });
  await actions.openModel('a');
  expect(store.getState()).toMatchObject({
    preset: 'seed',
    training: { phase: 'finished', model: 'a', checkpoint: { epoch: 4 } },
  });
});

it('opens none during a run', async () => {
  store.setState(({ training }) => ({ training: { ...training, phase: 'running' } }));
  await actions.openModel('a');
  expect(store.getState().training.model).toBe('b');
});

it('renames a model, in storage too', async () => {
  actions.renameModel('a', 'Joplin');
  expect(titles()).toEqual(['Joplin', 'Model 2']);
  await expect
    .poll(() => conducted.models.models.find(({ id }) => id === 'a')?.title)
    .toBe('Joplin');
});

it('deletes a model, and brings it back', async () => {
  await actions.removeModel('a');
  expect(titles()).toEqual(['Model 2']);
  expect(conducted.models.data.has('a')).toBe(false);
  undo();
  expect(titles()).toEqual(['Model 1', 'Model 2']);
  await expect.poll(() => conducted.models.data.has('a')).toBe(true);
  expect(store.getState().training.model).toBe('b');
});

it('has no model at hand once that is deleted, and again when it is brought back', async () => {
  await actions.removeModel('b');
  expect(store.getState().training).toEqual({ phase: 'idle', preparing: '', epochs: [] });
  undo();
  await expect.poll(() => store.getState().training.model).toBe('b');
});

it('stores a snippet that arrives after the end of its run', async () => {
  store.setState({ snippets: [snippet] });
  await expect.poll(() => conducted.models.snippets.get('b')).toMatchObject([{ id: 'snippet' }]);
  expect(conducted.models.snippets.get('a')).toEqual([]);
  await actions.openModel('a');
  expect(store.getState().snippets).toEqual([]);
  await actions.openModel('b');
  expect(store.getState().snippets).toEqual([snippet]);
});
