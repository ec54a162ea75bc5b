import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from '../app/initialState';
import type { AppState } from '../app/state';
import { type IsolatedPage, isolateOnce } from './isolation';

interface TestPage extends IsolatedPage {
  reloads: number;
}

/** A page of a plain static host, loaded for the first time. */
function firstVisit(change: Partial<IsolatedPage> = {}): TestPage {
  const kept = new Map<string, string>();
  const page: TestPage = {
    isolated: false,
    controlled: false,
    control: async () => {},
    used: () => false,
    memory: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }),
    reload: () => void page.reloads++,
    reloads: 0,
    ...change,
  };
  return page;
}

const untouched = () => createStore<AppState>(initialState);

function at(change: Partial<AppState>): () => ReturnType<typeof untouched> {
  return () => createStore<AppState>(() => ({ ...initialState(), ...change }));
}

const { training, compose } = initialState();

describe('a page without isolation headers', () => {
  it('is loaded again once the service worker answers for it', async () => {
    const page = firstVisit();
    await isolateOnce(untouched(), page);
    expect(page.reloads).toBe(1);
  });

  it('is never loaded a second time, even if the first did not help', async () => {
    const page = firstVisit();
    await isolateOnce(untouched(), page);
    await isolateOnce(untouched(), page);
    expect(page.reloads).toBe(1);
  });

  it('waits for the service worker', async () => {
    const page = firstVisit({ control: () => new Promise(() => {}) });
    void isolateOnce(untouched(), page);
    await Promise.resolve();
    expect(page.reloads).toBe(0);
  });

  const refusals: [why: string, store: typeof untouched, change: Partial<IsolatedPage>][] = [
    ['isolated already', untouched, { isolated: true }],
    ['controlled and yet not isolated', untouched, { controlled: true }],
    ['in use', untouched, { used: () => true }],
    ['reading files', at({ importing: { done: 0, total: 1, current: 'a.mid' } }), {}],
    ['training', at({ training: { ...training, phase: 'running' } }), {}],
    ['composing', at({ compose: { ...compose, running: true } }), {}],
    [
      'with a list of files not added',
      at({ rejected: [{ id: '1', fileName: '', reason: '' }] }),
      {},
    ],
    [
      'in a tab that keeps nothing',
      untouched,
      {
        memory: () => {
          throw new DOMException('Refused.', 'SecurityError');
        },
      },
    ],
    [
      'in a tab that forgets what it is told',
      untouched,
      { memory: () => ({ getItem: () => null, setItem: () => {} }) },
    ],
  ];
  it.each(refusals)('is left alone when %s', async (_, store, change) => {
    const page = firstVisit(change);
    await isolateOnce(store(), page);
    expect(page.reloads).toBe(0);
  });
});
