import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import { fakeModelStorage } from '../testing/modelStorage';
import { LossPoints } from '../training/lossPoints';
import { ModelKeeper } from './modelKeeper';
import type { ModelEntry } from './modelState';

it('lets the run of a model go that is removed before it is saved', async () => {
  const store = createStore<AppState>(initialState);
  const storage = fakeModelStorage();
  const keeper = new ModelKeeper(store, storage);
  let release = (): void => {};
  const saved = new Promise<void>((resolve) => {
    release = resolve;
  });
  const checkpoint = modelOf('seed');
  const entry: ModelEntry = {
    id: 'a',
    title: 'A',
    preset: 'seed',
    epoch: 1,
    epochs: 1,
    pieces: [],
    when: 0,
  };
  const adding = keeper.add(
    entry,
    { checkpoint, curve: new LossPoints().snapshot(), snippets: [] },
    { endedRun: 'a', saved },
  );
  keeper.remove('a');
  release();
  await adding;
  expect(storage.models).toEqual([]);
  expect(storage.endedRuns).toEqual(['a']);
});
