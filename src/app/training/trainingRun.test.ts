import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { closedGate } from '../testing/gate';
import { type FakeLocks, installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, endsAtOnce, runOf } from '../testing/training';

let locks: FakeLocks;
let conducted: Conducted | undefined;

beforeEach(() => {
  locks = installLocks();
});

afterEach(() => {
  conducted?.trainer.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lets other tabs train only once its last save is done', async () => {
  const store = createStore<AppState>(initialState);
  const writing = closedGate();
  conducted = conductTraining(store, endsAtOnce(1), () => writing.passed);
  const { run, saved } = conducted;
  let over = false;
  const first = run.begin(runOf('first')).then(() => {
    over = true;
  });
  await expect.poll(() => store.getState().training.phase).toBe('finished');
  expect(saved.at(-1)?.run).toMatchObject({ id: 'first', finished: true });
  expect(locks.held).toHaveLength(1);
  expect(over).toBe(false);
  // The next run of this tab waits for it, and does not take its own lock for another tab's.
  const second = run.begin(runOf('second'));
  await Promise.resolve();
  expect(store.getState().training.phase).toBe('preparing');
  writing.open();
  await Promise.all([first, second]);
  expect(store.getState().training.phase).toBe('finished');
  expect(store.getState().notices.map(({ text }) => text)).toEqual([
    '“Model 2” takes the place of “Model 1”.',
  ]);
  expect(saved.at(-1)?.run.id).toBe('second');
  expect(locks.held).toEqual([]);
});

it('stops waiting for a storage that hangs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const store = createStore<AppState>(initialState);
  conducted = conductTraining(store, endsAtOnce(1), () => closedGate().passed);
  const begun = conducted.run.begin(runOf('first'));
  await vi.waitUntil(() => store.getState().training.phase === 'finished');
  expect(locks.held).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(15_000);
  await begun;
  expect(locks.held).toEqual([]);
});
