import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { canPeek, endPeeks, peekActions, peekedPiece } from '../../app/playback/peek';
import type { AppState } from '../../app/state';
import { initialState, makePiece, makeTake } from '../testApp';
import { RowPeek, STAY } from './rowPeek';

let store: StoreApi<AppState>;
let rows: RowPeek;
const looks = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  looks.mockClear();
  store = createStore<AppState>(() => ({
    ...initialState,
    pieces: ['Bethena', 'Solace', 'Weeping Willow'].map((title) => makePiece(title)),
    takes: [makeTake('Take 1')],
    shown: { kind: 'piece', id: 'Bethena' },
  }));
  endPeeks(store);
  const { peek } = peekActions(store);
  store.subscribe((state) => looks(peekedPiece(state)?.title));
  rows = new RowPeek(peek);
});
afterEach(() => vi.useRealTimers());

const seen = (): string | undefined => peekedPiece(store.getState())?.title;

function stayOn(row: string): void {
  rows.enter(row, 'pointer');
  vi.advanceTimersByTime(STAY);
}

it('shows the row that is stayed on, and none that is passed', () => {
  for (const row of ['Solace', 'Weeping Willow', 'Bethena', 'Weeping Willow']) {
    rows.enter(row, 'pointer');
    vi.advanceTimersByTime(STAY - 1);
  }
  expect(looks).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(seen()).toBe('Weeping Willow');
  rows.enter('Weeping Willow', 'pointer');
  expect(looks).toHaveBeenCalledTimes(1);
  expect(store.getState().shown).toEqual({ kind: 'piece', id: 'Bethena' });
  rows.leave('pointer');
  expect(seen()).toBeUndefined();
});

it('ends on Escape until the row was left, also before it began', () => {
  stayOn('Solace');
  rows.end();
  expect(seen()).toBeUndefined();
  stayOn('Solace');
  expect(seen()).toBeUndefined();
  rows.enter('Weeping Willow', 'pointer');
  rows.end();
  vi.advanceTimersByTime(STAY);
  expect(seen()).toBeUndefined();
  stayOn('Solace');
  expect(seen()).toBe('Solace');
});

it('ends when the list scrolls under the pointer, but stays with the focus', () => {
  stayOn('Solace');
  rows.slip('Solace');
  expect(seen()).toBe('Solace');
  rows.slip('Weeping Willow');
  vi.advanceTimersByTime(STAY);
  expect(seen()).toBeUndefined();
  rows.enter('Solace', 'focus');
  vi.advanceTimersByTime(STAY);
  rows.slip('Weeping Willow');
  rows.leave('pointer');
  expect(seen()).toBe('Solace');
  rows.leave('focus');
  expect(seen()).toBeUndefined();
});

it('has nothing to add for the shown piece, nor for one that is gone', () => {
  stayOn('Bethena');
  expect(seen()).toBeUndefined();
  stayOn('Solace');
  store.setState({ pieces: [] });
  expect(seen()).toBeUndefined();
});

it('ends whenever another score is shown', () => {
  stayOn('Solace');
  store.setState({ shown: { kind: 'take', id: 'Take 1' } });
  expect(store.getState().peeked).toBeUndefined();
});

describe('while something is at work', () => {
  const busy: [string, Partial<AppState>][] = [
    ['playing', { transport: { ...initialState.transport, playing: true } }],
    ['training', { training: { ...initialState.training, phase: 'paused' } }],
    ['composing', { compose: { ...initialState.compose, running: true } }],
    ['composing again', { recomposing: { take: 'Take 1', progress: 0 } }],
    ['comparing', { compared: ['Take 1', 'Take 2'] }],
    ['playing along', { keys: { ...initialState.keys, playAlong: true } }],
  ];
  it.each(busy)('ends, and does not begin: %s', (_, change) => {
    stayOn('Solace');
    expect(seen()).toBe('Solace');
    store.setState(change);
    expect(canPeek(store.getState())).toBe(false);
    expect(seen()).toBeUndefined();
    stayOn('Weeping Willow');
    expect(seen()).toBeUndefined();
  });
});
