import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { sampleTake } from '../../storage/testing/samples';
import type { AppState } from '../state';
import { trainedStore } from '../testing/composing';
import type { Take } from './take';
import { takeActions } from './takeActions';

const takeOf = (number: number): Take => ({ ...sampleTake(number), composing: false });
const takes = [1, 2, 3].map(takeOf);

let store: StoreApi<AppState>;
let actions: ReturnType<typeof takeActions>;

beforeEach(() => {
  store = trainedStore();
  store.setState({ takes, shown: { kind: 'take', id: takes[0].id } });
  actions = takeActions(store);
});

const titles = (): string[] => store.getState().takes.map(({ title }) => title);

describe('removing', () => {
  it('can be undone, and puts takes back in their place', () => {
    actions.removeTake(takes[1].id);
    expect(titles()).toEqual(['Take 1', 'Take 3']);
    expect(store.getState().shown).toEqual({ kind: 'take', id: takes[0].id });
    actions.removeTake(takes[0].id);
    expect(store.getState().shown).toEqual({ kind: 'nothing' });
    const [undoSecond, undoFirst] = store.getState().notices;
    expect(undoSecond.text).toBe('Removed “Take 2”.');
    undoSecond.action?.run();
    expect(titles()).toEqual(['Take 2', 'Take 3']);
    undoFirst.action?.run();
    expect(titles()).toEqual(['Take 1', 'Take 2', 'Take 3']);
  });

  it('waits for a take to be finished', () => {
    store.setState({ takes: [{ ...takes[0], composing: true }] });
    actions.removeTake(takes[0].id);
    expect(titles()).toEqual(['Take 1']);
    expect(store.getState().notices).toEqual([]);
  });
});

it('renames a take, and a blank title restores the number', () => {
  actions.renameTake(takes[1].id, '  My \n waltz ');
  expect(titles()).toEqual(['Take 1', 'My waltz', 'Take 3']);
  actions.renameTake(takes[1].id, '  ');
  expect(titles()).toEqual(['Take 1', 'Take 2', 'Take 3']);
});

it('stars a take', () => {
  actions.starTake(takes[2].id, true);
  expect(store.getState().takes.map(({ starred }) => starred)).toEqual([
    undefined,
    undefined,
    true,
  ]);
});

it('compares another take with the shown one', () => {
  actions.compareTake(takes[1].id);
  expect(store.getState().compared).toEqual([takes[0].id, takes[1].id]);
  actions.compareTake(undefined);
  expect(store.getState().compared).toBeUndefined();
  actions.compareTake(takes[0].id);
  expect(store.getState().compared).toBeUndefined();
});
