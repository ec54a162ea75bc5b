import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredRunInFull } from '../../storage/records';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { pieceOf } from '../testing/composing';
import { closedGate } from '../testing/gate';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf, storedRun } from '../testing/training';
import { LossPoints } from '../training/lossPoints';
import { TrainingTransitions } from '../training/trainingState';
import { lastRunActions, offerLastRun } from './lastRun';

beforeEach(() => {
  installLocks();
});

let conducted: Conducted | undefined;

afterEach(() => {
  conducted?.trainer.end();
  vi.unstubAllGlobals();
});

interface Scene {
  store: StoreApi<AppState>;
  actions: ReturnType<typeof lastRunActions>;
  run: Conducted['run'];
  /** Lets the storage answer. */
  answer(): void;
  discarded(): number;
}

/** A page that has just been opened, before the stored run's bulk is read. */
async function opened(stored: StoredRunInFull = storedRun): Promise<Scene> {
  const store = createStore<AppState>(() => ({ ...initialState(), pieces: [pieceOf('mine')] }));
  conducted = conductTraining(store, endsAtOnce(7));
  const { run } = conducted;
  const reading = closedGate();
  let discards = 0;
  const context = {
    store,
    storage: {
      loadRun: async () => ({ ok: true, value: stored.run }) as const,
      loadRunInFull: async () => {
        await reading.passed;
        return { ok: true, value: stored } as const;
      },
      discardRun: async () => {
        discards++;
        return { ok: true, value: undefined } as const;
      },
    },
    training: new TrainingTransitions(store),
    lossPoints: new LossPoints(),
    run,
  };
  await offerLastRun(context);
  return {
    store,
    actions: lastRunActions(context),
    run,
    answer: reading.open,
    discarded: () => discards,
  };
}

describe('the last run', () => {
  it('comes back with its training pieces', async () => {
    const { store, actions, answer } = await opened();
    expect(store.getState().resumable).toMatchObject({ epoch: 3, finished: true });
    answer();
    await actions.resumeLastRun();
    const { training, pieces, resumable } = store.getState();
    expect(training).toMatchObject({ phase: 'finished', checkpoint: { epoch: 3 } });
    expect(pieces.map(({ id, included }) => [id, included])).toEqual([
      ['a', true],
      ['mine', false],
    ]);
    expect(resumable).toBeUndefined();
  });

  it('leaves the library as it is where it was opened from a file', async () => {
    const { store, actions, answer } = await opened({ ...storedRun, pieces: [] });
    answer();
    await actions.resumeLastRun();
    const { training, pieces } = store.getState();
    expect(training.phase).toBe('finished');
    expect(pieces.map(({ id, included }) => [id, included])).toEqual([['mine', true]]);
  });

  it('does not come over a run that has begun while it was read', async () => {
    const { store, actions, run, answer } = await opened();
    const resumed = actions.resumeLastRun();
    const begun = run.begin(runOf('new'));
    answer();
    await Promise.all([resumed, begun]);
    const { training, pieces } = store.getState();
    expect(training).toMatchObject({ phase: 'finished', checkpoint: { epoch: 7 } });
    expect(pieces.map(({ id, included }) => [id, included])).toEqual([['mine', true]]);
  });

  it('is not discarded with a run that took its place', async () => {
    const { store, actions, run, discarded } = await opened();
    await run.begin(runOf('new'));
    await actions.discardLastRun();
    expect(discarded()).toBe(0);
    expect(store.getState().training.checkpoint?.epoch).toBe(7);
  });
});
