import { describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialState } from '../app/initialState';
import type { Notice } from '../app/shared/noticeState';
import { dismiss, notify } from '../app/shared/notices';
import type { AppState } from '../app/state';
import { promptForUpdate, reloadWhenCalm } from './updatePrompt';

const TEXT = 'A new version of Etude is ready.';

function train(store: StoreApi<AppState>, phase: AppState['training']['phase']): void {
  store.setState(({ training }) => ({ training: { ...training, phase } }));
}

const atWork = ['preparing', 'running', 'paused', 'stopping'] as const;

function prompts(store: StoreApi<AppState>): Notice[] {
  return store.getState().notices.filter(({ text }) => text === TEXT);
}

describe('the prompt for an update', () => {
  it('is shown at once where nothing is at work, and loads the new version when asked to', () => {
    const store = createStore<AppState>(initialState);
    let reloads = 0;
    promptForUpdate(store, () => reloads++);
    expect(prompts(store)).toHaveLength(1);
    expect(reloads).toBe(0);
    prompts(store)[0].action?.run();
    expect(reloads).toBe(1);
  });

  it.each(atWork)('waits for the end of a run that is %s', (phase) => {
    const store = createStore<AppState>(initialState);
    train(store, phase);
    promptForUpdate(store, () => {});
    expect(prompts(store)).toEqual([]);
    train(store, 'finished');
    expect(prompts(store)).toHaveLength(1);
  });

  it('steps aside when a run begins, and comes back after it', () => {
    const store = createStore<AppState>(initialState);
    promptForUpdate(store, () => {});
    train(store, 'preparing');
    expect(prompts(store)).toEqual([]);
    train(store, 'running');
    expect(prompts(store)).toEqual([]);
    train(store, 'failed');
    expect(prompts(store)).toHaveLength(1);
  });

  it('waits while files are read and while music is composed', () => {
    const store = createStore<AppState>(initialState);
    store.setState({ importing: { done: 0, total: 2, current: 'a.mid' } });
    promptForUpdate(store, () => {});
    store.setState(({ compose }) => ({ compose: { ...compose, running: true } }));
    store.setState({ importing: undefined });
    expect(prompts(store)).toEqual([]);
    store.setState(({ compose }) => ({ compose: { ...compose, running: false } }));
    expect(prompts(store)).toHaveLength(1);
  });

  it('does not come back once dismissed', () => {
    const store = createStore<AppState>(initialState);
    promptForUpdate(store, () => {});
    dismiss(store, prompts(store)[0].id);
    train(store, 'running');
    train(store, 'finished');
    expect(prompts(store)).toEqual([]);
  });

  it('is not displaced by passing notices', () => {
    const store = createStore<AppState>(initialState);
    promptForUpdate(store, () => {});
    for (const text of ['one', 'two', 'three', 'four']) notify(store, text);
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      TEXT,
      'two',
      'three',
      'four',
    ]);
  });
});

describe('an activated build', () => {
  it('is loaded at once where nothing is at work', () => {
    let reloads = 0;
    reloadWhenCalm(createStore<AppState>(initialState), () => reloads++);
    expect(reloads).toBe(1);
  });

  it.each(atWork)('waits for a run that has begun since and is %s, then asks', (phase) => {
    const store = createStore<AppState>(initialState);
    let reloads = 0;
    train(store, phase);
    reloadWhenCalm(store, () => reloads++);
    expect(reloads).toBe(0);
    expect(prompts(store)).toEqual([]);
    train(store, 'finished');
    expect(reloads).toBe(0);
    prompts(store)[0].action?.run();
    expect(reloads).toBe(1);
  });
});
