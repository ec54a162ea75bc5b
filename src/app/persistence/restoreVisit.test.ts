import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredModel, StoredRunInFull } from '../../storage/records';
import type { LoadedSettings } from '../../storage/storage';
import { sampleTake } from '../../storage/testing/samples';
import { initialState } from '../initialState';
import { modelEntry } from '../models/modelEntry';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf, storedRun } from '../testing/training';
import { restoreVisit } from './restoreVisit';

let store: StoreApi<AppState>;
let conducted: Conducted;

beforeEach(() => {
  installLocks();
  store = createStore<AppState>(initialState);
  conducted = conductTraining(store, endsAtOnce(7));
});

afterEach(() => {
  conducted.trainer.end();
  vi.unstubAllGlobals();
});

function stored(id: string, epoch: number): StoredModel {
  const checkpoint = modelOf('seed', { epoch });
  const model = modelEntry(checkpoint, { id, title: id, titles: new Map(), when: 0 });
  const curve = { points: [{ x: 0.5, y: epoch }], stride: 1, seen: 1 };
  conducted.models.models.push(model);
  conducted.models.data.set(id, { checkpoint, curve, frequencyLoss: 4 });
  conducted.models.snippets.set(id, [{ ...sampleTake(1), id: `snippet of ${id}` }]);
  return model;
}

function settingsWith(change: Partial<LoadedSettings>): LoadedSettings {
  return { preset: 'seed', training: {}, compose: {}, ...change };
}

async function visit(settings?: LoadedSettings, run?: StoredRunInFull): Promise<void> {
  const done = { ok: true, value: undefined } as const;
  await restoreVisit({
    ...conducted,
    store,
    storage: {
      loadRun: async () => ({ ok: true, value: run?.run }),
      loadRunInFull: async () => ({ ok: true, value: run }),
      saveRun: async () => done,
      discardRun: async () => done,
    },
    restored: Promise.resolve(settings),
  });
}

it('opens the model that was at hand, with its curve and snippets', async () => {
  stored('a', 1);
  stored('b', 2);
  const { settings, compose } = store.getState();
  await visit(settingsWith({ model: 'a' }));
  const state = store.getState();
  expect(state.training).toMatchObject({
    phase: 'finished',
    model: 'a',
    checkpoint: { epoch: 1 },
    run: { id: 'a', frequencyLoss: 4 },
  });
  expect(state.models.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(state.snippets.map(({ id }) => id)).toEqual(['snippet of a']);
  expect(conducted.lossPoints.steps).toEqual([{ x: 0.5, y: 1 }]);
  expect(state.settings).toBe(settings);
  expect(state.compose.settings).toEqual(compose.settings);
});

it('opens the newest where the one at hand is gone', async () => {
  stored('a', 1);
  stored('b', 2);
  await visit(settingsWith({ model: 'gone' }));
  expect(store.getState().training.model).toBe('b');
});

it('shows the snippet that was on the roll', async () => {
  stored('a', 1);
  const shown = { kind: 'take', id: 'snippet of a' } as const;
  await visit(settingsWith({ model: 'a', shown }));
  expect(store.getState().shown).toEqual(shown);
});

it('opens nothing over a model that the person has made meanwhile', async () => {
  stored('a', 1);
  await conducted.run.begin(runOf('new'));
  await visit(settingsWith({ model: 'a' }));
  expect(store.getState().training.model).toBe('new');
  expect(store.getState().models.map(({ id }) => id)).toEqual(['a', 'new']);
});

it('opens a run that an earlier version had stored at its end', async () => {
  const run = { ...storedRun.run, finished: true };
  await visit(undefined, { ...storedRun, run });
  expect(store.getState().training).toMatchObject({ model: 'earlier', checkpoint: { epoch: 3 } });
  expect(store.getState().resumable).toBeUndefined();
});

it('opens the model at hand and offers an interrupted run beside it', async () => {
  stored('a', 1);
  await visit(settingsWith({ model: 'a' }), storedRun);
  expect(store.getState().training.model).toBe('a');
  expect(store.getState().resumable).toMatchObject({ epoch: 3 });
});
