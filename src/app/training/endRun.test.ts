import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Checkpoint } from '../../training/checkpoint';
import type { Handler } from '../../worker/protocol';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf, pieceOf } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf } from '../testing/training';

let store: StoreApi<AppState>;
let conducted: Conducted;
/** What the next run answers. */
let train: Handler<'train'>;

beforeEach(() => {
  installLocks();
  store = createStore<AppState>(initialState);
  conducted = conductTraining(store, (input, context) => train(input, context));
});

afterEach(() => {
  conducted.trainer.end();
  vi.unstubAllGlobals();
});

const losing = (validationLoss: number): Partial<Checkpoint> => ({
  best: { epoch: 1, validationLoss, weights: [] },
});

async function runTo(id: string, epoch: number, change: Partial<Checkpoint> = {}): Promise<void> {
  train = endsAtOnce(epoch, change);
  await conducted.run.begin(runOf(id, { pieces: [pieceOf('a'), pieceOf('b')] }));
}

/** A run that the person stops once it has a checkpoint of `epoch` epochs. */
async function stopAfter(id: string, epoch: number, change: Partial<Checkpoint> = {}) {
  train = async function* ({ settings }, { signal }) {
    const checkpoint: Checkpoint = { ...modelOf('seed'), settings, epoch, ...change };
    yield { kind: 'checkpoint', checkpoint };
    while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1));
    return { checkpoint, stopped: true };
  };
  const begun = conducted.run.begin(runOf(id));
  await expect.poll(() => conducted.saved.at(-1)?.run.id).toBe(id);
  conducted.run.stop();
  await begun;
}

const titles = (): string[] => store.getState().models.map(({ title }) => title);
const undo = (): void => store.getState().undoable.at(-1)?.run();

describe('the end of a run', () => {
  it('adds its model to the list, in storage too, where the run itself leaves', async () => {
    await runTo('first', 50, losing(3));
    const { training, models } = store.getState();
    expect(training).toMatchObject({
      phase: 'finished',
      model: 'first',
      checkpoint: { epoch: 50 },
      outcome: { epochs: 50, asked: 50, stopped: false, best: 1 },
    });
    expect(training.outcome?.stays).toBeUndefined();
    expect(models).toMatchObject([
      {
        id: 'first',
        title: 'Model 1',
        epoch: 50,
        epochs: 50,
        validationLoss: 3,
        pieces: [
          { id: 'a', title: 'Piece a' },
          { id: 'b', title: 'Piece b' },
        ],
      },
    ]);
    expect(conducted.models.models).toEqual(models);
    expect(conducted.models.data.get('first')?.checkpoint.epoch).toBe(50);
    expect(conducted.models.endedRuns).toEqual(['first']);
  });

  it('leaves a better model at hand, and keeps the new one in the list', async () => {
    await runTo('first', 50, losing(3));
    await stopAfter('second', 8, losing(4));
    const { training } = store.getState();
    expect(training).toMatchObject({
      phase: 'finished',
      model: 'first',
      checkpoint: { epoch: 50 },
      outcome: { epochs: 8, asked: 50, stopped: true, stays: 'Model 1' },
    });
    expect(titles()).toEqual(['Model 1', 'Model 2']);
    expect(store.getState().notices).toEqual([]);
  });

  it('makes a better model the one at hand, and undoes it', async () => {
    await runTo('first', 50, losing(3));
    await stopAfter('second', 8, losing(2));
    expect(store.getState().training).toMatchObject({ model: 'second', checkpoint: { epoch: 8 } });
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      '“Model 2” takes the place of “Model 1”.',
    ]);
    undo();
    await expect.poll(() => store.getState().training.model).toBe('first');
    expect(store.getState().training.checkpoint?.epoch).toBe(50);
    expect(titles()).toEqual(['Model 1', 'Model 2']);
  });

  it('leaves no trace of a run that was stopped before its first epoch', async () => {
    await runTo('first', 50, losing(3));
    await stopAfter('second', 0, { history: [] });
    expect(store.getState().training).toMatchObject({
      model: 'first',
      checkpoint: { epoch: 50 },
      outcome: { epochs: 0, asked: 50, stopped: true, stays: 'Model 1' },
    });
    expect(titles()).toEqual(['Model 1']);
  });

  it('keeps a first run even without an epoch', async () => {
    await stopAfter('first', 0, { history: [] });
    expect(store.getState().training).toMatchObject({ phase: 'finished', model: 'first' });
    expect(titles()).toEqual(['Model 1']);
  });

  it('keeps the model of a run that failed', async () => {
    train = async function* ({ settings }) {
      yield { kind: 'checkpoint', checkpoint: { ...modelOf('seed'), settings, epoch: 30 } };
      throw new Error('Lost.');
    };
    await conducted.run.begin(runOf('first'));
    expect(store.getState().training).toMatchObject({ phase: 'failed', error: 'Lost.' });
    expect(store.getState().models).toMatchObject([{ id: 'first', epoch: 30 }]);
    expect(conducted.models.endedRuns).toEqual([]);
  });

  it('removes the oldest model above the limit, and says so', async () => {
    for (let i = 1; i <= 7; i++) await runTo(`run ${i}`, 50, losing(10 - i));
    expect(titles()).toEqual(['Model 2', 'Model 3', 'Model 4', 'Model 5', 'Model 6', 'Model 7']);
    const said = store.getState().notices.map(({ text }) => text);
    expect(said).toContainEqual(expect.stringContaining('“Model 1” left the list'));
  });

  it('says where a model cannot be stored, and keeps it until the page is closed', async () => {
    conducted.models.full = true;
    await runTo('first', 50, losing(3));
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      expect.stringContaining('“Model 1” will be gone when this page is closed'),
    ]);
    expect((await conducted.keeper.load('first'))?.checkpoint.epoch).toBe(50);
  });
});
