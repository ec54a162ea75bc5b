import { deleteDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { AppStorage } from '../../storage/storage';
import { samplePiece, sampleTake } from '../../storage/testing/samples';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { persistApp } from './persistApp';

const NAME = 'etude collections under test';
/** What is stored within half a second takes longer on a busy machine. */
const STORED = { timeout: 20_000 };
const open: AppStorage[] = [];

function openStorage(): AppStorage {
  const storage = new AppStorage(NAME);
  open.push(storage);
  return storage;
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const storage of open.splice(0)) await storage.close();
  await deleteDB(NAME);
});

it('puts a take composed before the stored ones were read after them, and stores it there', async () => {
  const storage = openStorage();
  await storage.changeCollection('takes', {
    put: [sampleTake(1), sampleTake(2)],
    remove: [],
  });
  const store = createStore<AppState>(initialState);
  const keeping = persistApp(store, storage);
  store.setState({ takes: [{ ...sampleTake(1), id: 'take quick', composing: false }] });
  await keeping;
  expect(store.getState().takes.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'take 1: Take 1',
    'take 2: Take 2',
    'take quick: Take 3',
  ]);

  const stored = async (): Promise<string[]> => {
    const collection = await openStorage().loadCollection('takes');
    return collection.ok ? collection.value.map(({ title }) => title) : [];
  };
  await expect.poll(stored, STORED).toEqual(['Take 1', 'Take 2', 'Take 3']);
});

it('stores during a long import, and requests persistent storage once', async () => {
  const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
  const store = createStore<AppState>(initialState);
  await persistApp(store, openStorage());
  const stored = async (): Promise<number> => {
    const collection = await openStorage().loadCollection('pieces');
    return collection.ok ? collection.value.length : -1;
  };
  store.setState({ preset: 'seed' });
  await expect
    .poll(() => openStorage().loadSettings(), STORED)
    .toMatchObject({ value: { preset: 'seed' } });
  expect(persist).not.toHaveBeenCalled();
  let coming = 0;
  const importing = setInterval(() => {
    store.setState(({ pieces }) => ({ pieces: [...pieces, samplePiece(`piece ${++coming}`)] }));
  }, 50);
  try {
    await expect.poll(stored, STORED).toBeGreaterThan(0);
    const before = await stored();
    await expect.poll(stored, STORED).toBeGreaterThan(before);
  } finally {
    clearInterval(importing);
  }
  expect(persist).toHaveBeenCalledTimes(1);
});

it('shows the score again to whoever left it open', async () => {
  const store = createStore<AppState>(initialState);
  await persistApp(store, openStorage());
  store.setState({ asScore: true });
  await expect
    .poll(() => openStorage().loadSettings(), STORED)
    .toMatchObject({ value: { asScore: true } });
  const next = createStore<AppState>(initialState);
  await persistApp(next, openStorage());
  expect(next.getState().asScore).toBe(true);
});
