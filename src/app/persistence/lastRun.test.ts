import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredRunInFull } from '../../storage/records';
import type { RunToSave } from '../../storage/storage';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { pieceOf } from '../testing/composing';
import { closedGate } from '../testing/gate';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf, storedRun } from '../testing/training';
import { lastRunActions, offerLastRun, rescueLastRun } from './lastRun';

beforeEach(() => {
  installLocks();
});

let conducted: Conducted | undefined;

afterEach(() => {
  conducted?.trainer.end();
  vi.unstubAllGlobals();
});

interface Scene extends Conducted {
  store: StoreApi<AppState>;
  actions: ReturnType<typeof lastRunActions>;
  /** Lets the storage answer. */
  answer(): void;
  /** What is stored as the run under way. */
  stored(): RunToSave | undefined;
  rescue(next: string): Promise<void>;
}

/** A page that has just been opened, before the stored run's bulk is read. */
async function opened(run: StoredRunInFull = storedRun, isOpen = false): Promise<Scene> {
  const store = createStore<AppState>(() => ({ ...initialState(), pieces: [pieceOf('mine')] }));
  conducted = conductTraining(store, endsAtOnce(7));
  const reading = closedGate();
  if (isOpen) reading.open();
  let stored: RunToSave | undefined = run;
  const done = { ok: true, value: undefined } as const;
  const context = {
    store,
    storage: {
      loadRun: async () => ({ ok: true, value: run.run }) as const,
      loadRunInFull: async () => {
        await reading.passed;
        return { ok: true, value: run } as const;
      },
      saveRun: async (next: RunToSave) => {
        stored = next;
        return done;
      },
      discardRun: async () => {
        stored = undefined;
        return done;
      },
    },
    keeper: conducted.keeper,
    run: conducted.run,
  };
  await offerLastRun(context);
  return {
    ...conducted,
    store,
    actions: lastRunActions(context),
    answer: reading.open,
    stored: () => stored,
    rescue: (next) => rescueLastRun(context, next),
  };
}

const said = ({ store }: Scene): string[] => store.getState().notices.map(({ text }) => text);

describe('an interrupted run', () => {
  it('goes on with its own pieces, and leaves the library as it is', async () => {
    const scene = await opened();
    expect(scene.store.getState().resumable).toMatchObject({ epoch: 3 });
    scene.answer();
    await scene.actions.resumeLastRun();
    const { training, pieces, resumable } = scene.store.getState();
    expect(training).toMatchObject({ phase: 'finished', checkpoint: { epoch: 7 } });
    expect(scene.saved.at(-1)?.pieces.map(({ id }) => id)).toEqual(['a']);
    expect(pieces.map(({ id, included }) => [id, included])).toEqual([['mine', true]]);
    expect(resumable).toBeUndefined();
    expect(said(scene)).toContain(
      'This run uses the 1 piece it started with. 1 of them is no longer in your library.',
    );
  });

  it('does not come over a run that has begun while it was read', async () => {
    const { store, actions, run, answer } = await opened();
    const resumed = actions.resumeLastRun();
    const begun = run.begin(runOf('new'));
    answer();
    await Promise.all([resumed, begun]);
    const { training, pieces } = store.getState();
    expect(training).toMatchObject({ phase: 'finished', model: 'new', checkpoint: { epoch: 7 } });
    expect(pieces.map(({ id, included }) => [id, included])).toEqual([['mine', true]]);
  });

  it('is not discarded with a run that took its place', async () => {
    const { store, actions, run, stored } = await opened();
    await run.begin(runOf('new'));
    await actions.discardLastRun();
    expect(stored()).toEqual(storedRun);
    expect(store.getState().training.checkpoint?.epoch).toBe(7);
  });

  it('comes back when discarding it is undone', async () => {
    const { store, actions, answer, stored } = await opened();
    const { resumable } = store.getState();
    answer();
    await actions.discardLastRun();
    expect(stored()).toBeUndefined();
    expect(store.getState().resumable).toBeUndefined();
    store.getState().undoable.at(-1)?.run();
    await expect.poll(stored).toEqual(storedRun);
    await expect.poll(() => store.getState().resumable).toEqual(resumable);
  });

  it('joins the list of models before another run is stored in its place', async () => {
    const { store, rescue, answer, models } = await opened();
    answer();
    await rescue('earlier');
    expect(store.getState().models).toEqual([]);
    await rescue('new');
    expect(store.getState().models).toMatchObject([{ id: 'earlier', title: 'Model 1', epoch: 3 }]);
    expect(models.endedRuns).toEqual(['earlier']);
  });
});

it('adds a run that had ended to the list of models instead of offering it', async () => {
  const ended = { ...storedRun, run: { ...storedRun.run, finished: true } };
  const { store, models } = await opened(ended, true);
  expect(store.getState().resumable).toBeUndefined();
  expect(store.getState().models).toMatchObject([{ id: 'earlier', epoch: 3 }]);
  expect(models.endedRuns).toEqual(['earlier']);
});
