import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { encodings } from '../../music/encoding';
import { START_ROOT } from '../../training/modelFile/startCard';
import type { TrainInput } from '../../worker/protocol';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf, noStart } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { testCard } from '../testing/startCard';
import { type Conducted, conductTraining, endsAtOnce } from '../testing/training';
import { chosenStart, mayChooseStart } from './starts';
import { trainingActions } from './trainingActions';
import { TrainingTransitions } from './trainingState';

let store: StoreApi<AppState>;
let conducted: Conducted;
let asked: TrainInput[];
let actions: ReturnType<typeof trainingActions>;

const encoding = { id: 'form', version: encodings.form.version } as const;

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
  actions = trainingActions(store, training, engine, conducted.run, noStart);
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

describe("Etude's own model", () => {
  const checkpoint = modelOf('form-medium', { encoding });

  it('is where a run starts from, once it is here', async () => {
    store.setState({ start: { card: testCard() } });
    const load = async (): Promise<typeof checkpoint> => {
      store.setState({ start: { card: testCard(), checkpoint } });
      return checkpoint;
    };
    const engine = { choose: () => Promise.reject(new Error('None.')) };
    const training = new TrainingTransitions(store);
    const loading = trainingActions(store, training, engine, conducted.run, { load });
    await loading.train();
    expect(asked[0].start).toMatchObject({
      kind: 'model',
      model: { preset: 'form-medium', lineage: { pieces: [], heldOut: [], root: START_ROOT } },
    });
  });

  it('that cannot be loaded leaves a sentence', async () => {
    store.setState({ start: { card: testCard() } });
    const load = async (): Promise<undefined> => {
      throw new Error('It could not be loaded.');
    };
    const engine = { choose: () => Promise.reject(new Error('None.')) };
    const training = new TrainingTransitions(store);
    await trainingActions(store, training, engine, conducted.run, { load }).train();
    expect(asked).toEqual([]);
    expect(store.getState().notices[0].text).toBe('It could not be loaded.');
  });

  it('does not fit another preset', () => {
    store.setState({ start: { card: testCard() }, preset: 'form-small' });
    expect(chosenStart(store.getState())).toBe('nothing');
    store.setState({ preset: 'form-medium' });
    expect(chosenStart(store.getState())).toBe('etude');
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
