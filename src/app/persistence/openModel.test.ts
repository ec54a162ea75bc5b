import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredRunInFull } from '../../storage/records';
import type { RunToSave } from '../../storage/storage';
import type { StorageResult } from '../../storage/storageError';
import { storageError } from '../../storage/storageError';
import type { SavedModel } from '../../training/modelFile/read';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf, trainedStore } from '../testing/composing';
import { type FakeLocks, installLocks } from '../testing/oneTab';
import { storedRun } from '../testing/training';
import { LossPoints } from '../training/lossPoints';
import { TrainingTransitions } from '../training/trainingState';
import { modelOpener } from './openModel';

let locks: FakeLocks;

beforeEach(() => {
  locks = installLocks();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const model: SavedModel = {
  checkpoint: modelOf('studio-small', { epoch: 12 }),
  titles: [],
  saved: '2026-01-01T00:00:00.000Z',
};

interface Scene {
  store: StoreApi<AppState>;
  lossPoints: LossPoints;
  open: ReturnType<typeof modelOpener>;
  /** What is stored as the last run. */
  stored(): RunToSave | undefined;
  undo(): void;
}

function sceneOf(store: StoreApi<AppState>, before?: StoredRunInFull, full = false): Scene {
  let stored: RunToSave | undefined = before;
  const lossPoints = new LossPoints();
  const storage = {
    loadRunInFull: async () => ({ ok: true, value: before }) as const,
    saveRun: async (run: RunToSave): Promise<StorageResult<void>> => {
      if (full) return { ok: false, error: storageError('full') };
      stored = run;
      return { ok: true, value: undefined };
    },
    discardRun: async () => {
      stored = undefined;
      return { ok: true, value: undefined } as const;
    },
  };
  const training = new TrainingTransitions(store);
  const open = modelOpener({ store, storage, training, lossPoints });
  const undo = (): void =>
    store
      .getState()
      .notices.find(({ action }) => action)
      ?.action?.run();
  return { store, lossPoints, open, undo, stored: () => stored };
}

const said = ({ store }: Scene): string =>
  store
    .getState()
    .notices.map(({ text }) => text)
    .join(' ');

it('makes an opened model the current one, and stores it for the next visit', async () => {
  const scene = sceneOf(createStore<AppState>(initialState));
  expect(scene.open(model)).toBeUndefined();
  expect(scene.store.getState()).toMatchObject({
    preset: 'studio-small',
    training: { phase: 'finished', checkpoint: { epoch: 12 } },
  });
  await expect.poll(scene.stored).toMatchObject({
    run: { epoch: 12, finished: true },
    checkpoint: model.checkpoint,
    pieces: [],
  });
  expect(said(scene)).toMatch(
    /^Opened a model: Studio, small \(first version\), 12 epochs\. It is ready to compose\.$/,
  );
});

it('says that it took the place of another, and gives it back', async () => {
  const scene = sceneOf(trainedStore({ epoch: 5 }), storedRun);
  scene.lossPoints.addStep(0.5, 3);
  const before = scene.store.getState();
  scene.open(model);
  expect(said(scene)).toContain('It takes the place of the last one.');
  expect(scene.lossPoints.steps).toEqual([]);
  await expect.poll(() => scene.stored()?.run.epoch).toBe(12);
  scene.undo();
  const { notices, ...after } = scene.store.getState();
  const { notices: none, ...expected } = before;
  expect(none).toEqual([]);
  expect(after).toEqual(expected);
  expect(notices).toHaveLength(1);
  expect(scene.lossPoints.steps).toEqual([{ x: 0.5, y: 3 }]);
  await expect.poll(scene.stored).toEqual(storedRun);
});

it('offers the stored run again when it is undone', async () => {
  const store = createStore<AppState>(initialState);
  const resumable = { preset: 'seed', epoch: 3, epochs: 9, finished: false, when: 1 } as const;
  store.setState({ resumable });
  const scene = sceneOf(store, storedRun);
  scene.open(model);
  expect(store.getState().resumable).toBeUndefined();
  scene.undo();
  expect(store.getState().resumable).toEqual(resumable);
  await expect.poll(scene.stored).toEqual(storedRun);
});

it('neither stores nor undoes anything over a run that has begun since', async () => {
  const scene = sceneOf(createStore<AppState>(initialState), storedRun);
  scene.open(model);
  scene.store.setState(({ training }) => ({ training: { ...training, phase: 'preparing' } }));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(scene.stored()).toEqual(storedRun);
  scene.undo();
  expect(scene.store.getState().training.phase).toBe('preparing');
  expect(said(scene)).toContain('has taken its place since');
});

it('says where it cannot be kept', async () => {
  const full = sceneOf(createStore<AppState>(initialState), undefined, true);
  full.open(model);
  await expect.poll(() => said(full)).toContain('will be gone when this page is closed');
  locks.held.push('etude.run');
  const elsewhere = sceneOf(createStore<AppState>(initialState), storedRun);
  elsewhere.open(model);
  await expect.poll(() => said(elsewhere), { timeout: 5000 }).toContain('is not kept');
  expect(elsewhere.stored()).toEqual(storedRun);
});

it('is refused during a run', () => {
  const scene = sceneOf(createStore<AppState>(initialState));
  scene.store.setState(({ training }) => ({ training: { ...training, phase: 'running' } }));
  expect(scene.open(model)).toMatch(/^A run is under way/);
  expect(scene.store.getState().training.checkpoint).toBeUndefined();
});
