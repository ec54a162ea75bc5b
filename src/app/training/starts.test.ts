import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TrainInput } from '../../worker/protocol';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce } from '../testing/training';
import { chosenStart, mayChooseStart } from './starts';
import { trainingActions } from './trainingActions';
import { TrainingTransitions } from './trainingState';

let store: StoreApi<AppState>;
let conducted: Conducted;
let asked: TrainInput[];
let actions: ReturnType<typeof trainingActions>;

const encoding = { id: 'form', version: 1 } as const;

beforeEach(() => {
  installLocks();
  store = createStore<AppState>(initialState);
  asked = [];
  conducted = conductTraining(store, (input, context) => {
    asked.push(input);
    return endsAtOnce(7)(input, context);
  });
  const engine = { choose: () => Promise.reject(new Error('None.')) };
  const training = new TrainingTransitions(store);
  actions = trainingActions(store, training, engine, conducted.run);
});

afterEach(() => {
  conducted.trainer.end();
  vi.unstubAllGlobals();
});

function modelAtHand(preset: 'form-medium' | 'form-small'): void {
  const checkpoint = modelOf(preset, { encoding });
  store.setState(({ training }) => ({
    training: { ...training, phase: 'finished', checkpoint, model: 'first' },
  }));
}

describe('training', () => {
  it('starts from nothing', async () => {
    await actions.train();
    expect(asked[0].start).toEqual({ kind: 'nothing' });
  });

  it('goes on from the model at hand, and starts over from nothing', async () => {
    modelAtHand('form-medium');
    await actions.trainOn();
    expect(asked[0].start).toMatchObject({
      kind: 'model',
      model: { preset: 'form-medium', lineage: { epochs: 3, pieces: ['a'], heldOut: ['b'] } },
    });
    expect(store.getState().startFrom).toBe('at hand');
    await actions.startOver();
    expect(asked[1].start).toEqual({ kind: 'nothing' });
    expect(store.getState().startFrom).toBe('nothing');
  });

  it('refuses a model of another preset in a sentence', async () => {
    modelAtHand('form-small');
    await actions.trainOn();
    expect(asked).toEqual([]);
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      'This model was made with Studio, small. Choose that preset, or start from nothing.',
    ]);
  });
});

describe('the chosen start', () => {
  it('is nothing where the chosen one is not possible', () => {
    store.setState({ startFrom: 'at hand' });
    expect(chosenStart(store.getState())).toBe('nothing');
    modelAtHand('form-medium');
    expect(chosenStart(store.getState())).toBe('at hand');
    store.setState({ preset: 'seed' });
    expect(chosenStart(store.getState())).toBe('nothing');
  });

  it('is no choice for the Classic preset', () => {
    expect(mayChooseStart(store.getState())).toBe(true);
    expect(mayChooseStart({ preset: 'seed' })).toBe(false);
  });
});
