import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SavedModel } from '../../training/modelFile/read';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf, pieceOf, trainedStore } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { testCard } from '../testing/startCard';
import { type Conducted, conductTraining, endsAtOnce } from '../testing/training';
import { modelFileOpener } from './openModelFile';

let conducted: Conducted | undefined;

beforeEach(() => {
  installLocks();
});

afterEach(() => {
  conducted?.trainer.end();
  vi.unstubAllGlobals();
});

const model: SavedModel = {
  checkpoint: modelOf('studio-small', { epoch: 12 }),
  pieces: [{ id: 'a', title: 'Piece a' }],
  saved: '2026-01-01T00:00:00.000Z',
};

interface Scene extends Conducted {
  store: StoreApi<AppState>;
  open(file?: SavedModel): string | undefined;
  undo(): void;
  said(): string;
}

function sceneOf(store: StoreApi<AppState>): Scene {
  conducted = conductTraining(store, endsAtOnce(1));
  const open = modelFileOpener({ store, ...conducted });
  return {
    ...conducted,
    store,
    open: (file = model) => open('folder/mine.etude', file),
    undo: () => store.getState().undoable.at(-1)?.run(),
    said: () =>
      store
        .getState()
        .notices.map(({ text }) => text)
        .join(' '),
  };
}

it('makes an opened model the one at hand, under the name of its file', async () => {
  const scene = sceneOf(createStore<AppState>(initialState));
  expect(scene.open()).toBeUndefined();
  expect(scene.store.getState()).toMatchObject({
    preset: 'studio-small',
    training: { phase: 'finished', checkpoint: { epoch: 12 } },
    models: [
      {
        title: 'mine',
        epoch: 12,
        pieces: [
          { id: 'a', title: 'Piece a' },
          { id: 'b', title: '' },
        ],
      },
    ],
  });
  expect(scene.said()).toBe(
    'Opened a model: Studio, small (first version), 12 epochs. It is ready to compose.',
  );
  await expect.poll(() => scene.models.models).toMatchObject([{ title: 'mine' }]);
});

it.each([
  ['the file', { forms: [{ piece: 'a', bars: 8, plan: '', lastPlace: 0 }] }, {}, /compose\.$/],
  [
    'the pieces',
    {},
    { pieces: [pieceOf('a')] },
    /holds no plans; its takes follow those of your pieces\.$/,
  ],
  [
    'Etude’s model',
    {},
    { start: { card: testCard() } },
    /its takes follow those of the taught scores\.$/,
  ],
  [
    'none',
    {},
    {},
    /holds no plans, and none are at hand: its takes repeat nothing until you add pieces\.$/,
  ],
])('says where the plans of its takes come from: %s', (_, change, state, end) => {
  const scene = sceneOf(createStore<AppState>(() => ({ ...initialState(), ...state })));
  scene.open({ ...model, checkpoint: modelOf('form-small', { epoch: 0, ...change }) });
  expect(scene.said()).toMatch(end);
});

it('says that it took the place of another, and gives it back', () => {
  const scene = sceneOf(trainedStore({ epoch: 5 }));
  scene.lossPoints.addStep(0.5, 3);
  const { notices, undoable, ...before } = scene.store.getState();
  expect([notices, undoable]).toEqual([[], []]);
  scene.open();
  expect(scene.said()).toContain('It takes the place of the last one.');
  expect(scene.lossPoints.steps).toEqual([]);
  scene.undo();
  expect(scene.store.getState()).toMatchObject(before);
  expect(scene.store.getState().notices).toEqual([]);
  expect(scene.lossPoints.steps).toEqual([{ x: 0.5, y: 3 }]);
});

it('undoes nothing over a run that has begun since', () => {
  const scene = sceneOf(createStore<AppState>(initialState));
  scene.open();
  scene.store.setState(({ training }) => ({ training: { ...training, phase: 'preparing' } }));
  scene.undo();
  expect(scene.store.getState().training.phase).toBe('preparing');
  expect(scene.said()).toContain('has taken its place since');
  expect(scene.store.getState().models).toHaveLength(1);
});

it('is refused during a run', () => {
  const scene = sceneOf(createStore<AppState>(initialState));
  scene.store.setState(({ training }) => ({ training: { ...training, phase: 'running' } }));
  expect(scene.open()).toMatch(/^A run is under way/);
  expect(scene.store.getState().training.checkpoint).toBeUndefined();
});
