import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { packSong } from '../../music/packedSong';
import type { Take } from '../compose/take';
import { initialState } from '../initialState';
import type { Piece } from '../library/libraryState';
import type { AppState } from '../state';
import { autoShow } from './autoShow';

let store: StoreApi<AppState>;

beforeEach(() => {
  store = createStore<AppState>(initialState);
  autoShow(store);
});

function piece(id: string): Piece {
  const song = packSong({
    title: id,
    ppq: 480,
    tempos: [],
    timeSignatures: [],
    keySignatures: [],
    tracks: [],
  });
  return {
    id,
    title: id,
    fileName: id,
    notes: 0,
    bars: 0,
    seconds: 0,
    tempo: 120,
    included: true,
    repairs: [],
    song,
  };
}

function snippet(id: string): Take {
  return {
    id,
    number: 1,
    title: id,
    notes: [],
    odds: [],
    ppq: 24,
    tempos: [],
    timeSignatures: [],
    promptNotes: 0,
    settings: initialState().compose.settings,
    preset: 'seed',
    epoch: 1,
    remarks: [],
    composing: false,
  };
}

it('shows the first piece that comes in, once', () => {
  store.setState({ pieces: [piece('a'), piece('b')] });
  expect(store.getState().shown).toEqual({ kind: 'piece', id: 'a' });
  store.setState({ shown: { kind: 'nothing' } });
  store.setState(({ pieces }) => ({ pieces: [...pieces, piece('c')] }));
  expect(store.getState().shown).toEqual({ kind: 'nothing' });
});

it('leaves what is shown alone', () => {
  store.setState({ takes: [snippet('take')], shown: { kind: 'take', id: 'take' } });
  store.setState({ pieces: [piece('a')], snippets: [] });
  expect(store.getState().shown).toEqual({ kind: 'take', id: 'take' });
});

it('goes back to a piece when the snippet that is shown goes', () => {
  store.setState({ snippets: [snippet('s')], shown: { kind: 'take', id: 's' } });
  store.setState({ pieces: [piece('a')] });
  store.setState({ snippets: [] });
  expect(store.getState().shown).toEqual({ kind: 'piece', id: 'a' });
});
