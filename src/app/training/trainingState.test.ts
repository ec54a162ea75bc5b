import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import type { RunOutcome, ShownRun, TrainingProgress, TrainingState } from './runState';
import { TrainingTransitions } from './trainingState';

let store: StoreApi<AppState>;
let training: TrainingTransitions;

const state = (): TrainingState => store.getState().training;

const step: TrainingProgress = {
  step: 1,
  totalSteps: 10,
  epoch: 1,
  epochs: 5,
  batch: 1,
  batches: 2,
  loss: 3,
};
const history = [{ epoch: 1, trainingLoss: 3 }];
const run: ShownRun = { id: 'run 1', preset: 'seed' };
const outcome: RunOutcome = { epochs: 5, asked: 5, stopped: false };

beforeEach(() => {
  store = createStore<AppState>(initialState);
  training = new TrainingTransitions(store);
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

it('follows a run from its start to its end', () => {
  training.starting(run);
  training.preparing('Compiling...');
  expect(state()).toMatchObject({ phase: 'preparing', preparing: 'Compiling...', epochs: [] });
  training.stepTaken(step);
  vi.advanceTimersByTime(100);
  expect(state()).toMatchObject({ phase: 'running', progress: step });
  training.epochFinished(history[0]);
  vi.advanceTimersByTime(100);
  expect(state()).toMatchObject({ epochs: history, progress: step });
  training.stopping();
  training.stepTaken({ ...step, step: 2 });
  vi.advanceTimersByTime(100);
  expect(state()).toMatchObject({ phase: 'stopping', progress: { step: 2 } });
  const checkpoint = modelOf('seed');
  training.checkpointTaken(checkpoint);
  training.finished(outcome);
  expect(state()).toMatchObject({ phase: 'finished', checkpoint, model: 'run 1', outcome });
});

it('keeps the earlier model until a new run has one, and forgets the earlier error', () => {
  const earlier = modelOf('seed', { epoch: 4 });
  training.modelOpened({ id: 'earlier', preset: 'seed' }, earlier);
  training.failed('Lost.');
  training.starting(run);
  expect(state()).toEqual({
    phase: 'preparing',
    preparing: 'Preparing the engine...',
    epochs: [],
    run,
    checkpoint: earlier,
    model: 'earlier',
  });
  training.finished({ ...outcome, epochs: 0, stopped: true });
  expect(state()).toMatchObject({ phase: 'finished', checkpoint: earlier, model: 'earlier' });
});

it('has nothing to compose with after a first run without a checkpoint', () => {
  training.starting(run);
  training.finished({ ...outcome, epochs: 0, stopped: true });
  expect(state().phase).toBe('idle');
});

it('gives the reference line to the run that it was computed for', () => {
  training.starting(run);
  training.referenceKnown(4.5);
  expect(state().run).toEqual({ ...run, frequencyLoss: 4.5 });
});

it('pauses only what runs, and resumes only what is paused', () => {
  expect(training.paused()).toBe(false);
  expect(training.resumed()).toBe(false);
  training.starting(run);
  training.stepTaken(step);
  expect(training.paused()).toBe(true);
  expect(state().phase).toBe('paused');
  expect(training.resumed()).toBe(true);
  expect(state().phase).toBe('running');
});

it('rolls back to the epochs of the last save, and a paused run stays paused', () => {
  training.starting(run);
  training.stepTaken(step);
  training.epochFinished(history[0]);
  training.rolledBack([]);
  expect(state()).toMatchObject({ phase: 'preparing', epochs: [] });
  training.stepTaken(step);
  training.paused();
  training.rolledBack(history);
  expect(state()).toMatchObject({ phase: 'paused', epochs: history });
});

it('changes the rest of the state in the same moment as the model', () => {
  const before = state();
  const seen: string[] = [];
  store.subscribe((now) => seen.push(`${now.preset} ${now.training.phase}`));
  const model = { id: 'other', preset: 'studio-small' } as const;
  training.modelOpened(model, modelOf('studio-small'), { preset: 'studio-small' });
  training.restored(before, { preset: 'seed' });
  expect(seen).toEqual(['studio-small finished', 'seed idle']);
  expect(state()).toBe(before);
});

/** A small run: a step and an epoch in each message task, many a second. */
function takeQuickEpochs(count: number, milliseconds: number): void {
  for (let epoch = 1; epoch <= count; epoch++) {
    training.stepTaken({ ...step, step: epoch, epoch });
    training.epochFinished({ epoch, trainingLoss: 1 / epoch });
    vi.advanceTimersByTime(milliseconds);
  }
}

it('writes quick epochs together, and loses none of them', () => {
  training.starting(run);
  let writes = 0;
  store.subscribe(() => writes++);
  takeQuickEpochs(1000, 10);
  // Ten seconds, and ten changes a second instead of two hundred.
  expect(writes).toBeLessThanOrEqual(100);
  vi.advanceTimersByTime(100);
  expect(state().progress?.step).toBe(1000);
  expect(state().epochs.map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: 1000 }, (_, i) => i + 1),
  );
});

it('writes what was collected before any other transition, without a timer', () => {
  const checkpoint = modelOf('seed');
  training.starting(run);
  takeQuickEpochs(3, 0);
  training.checkpointTaken(checkpoint);
  expect(state()).toMatchObject({ phase: 'running', progress: { step: 3 }, checkpoint });
  expect(state().epochs).toHaveLength(3);
  takeQuickEpochs(2, 0);
  training.rolledBack(history);
  expect(state().epochs).toEqual(history);
  takeQuickEpochs(2, 0);
  training.finished(outcome);
  expect(state().epochs).toHaveLength(3);
  vi.advanceTimersByTime(1000);
  expect(state()).toMatchObject({ phase: 'finished', epochs: { length: 3 } });
});
