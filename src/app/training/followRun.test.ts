import { beforeEach, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Take } from '../compose/take';
import { initialState } from '../initialState';
import { autoShow } from '../playback/autoShow';
import type { AppState } from '../state';
import { pieceOf } from '../testing/composing';
import { followRun } from './followRun';
import { TrainingTransitions } from './trainingState';

let store: StoreApi<AppState>;
let training: TrainingTransitions;
let follow: ReturnType<typeof followRun>;
let played: string[];

beforeEach(() => {
  store = createStore<AppState>(() => ({
    ...initialState(),
    pieces: [pieceOf('a')],
    shown: { kind: 'piece', id: 'a' },
  }));
  training = new TrainingTransitions(store);
  autoShow(store);
  played = [];
  follow = followRun(
    store,
    { open: () => Promise.reject(new Error('No sound.')) },
    {
      play: async () => {
        const { shown } = store.getState();
        if (shown.kind !== 'nothing') played.push(shown.id);
        plays(true);
      },
      pause: () => plays(false),
      stopPlayback: () => plays(false),
    },
  );
});

function plays(playing: boolean): void {
  store.setState(({ transport }) => ({ transport: { ...transport, playing } }));
}

function begin(id = 'run'): void {
  training.starting({ id, preset: 'seed' });
  store.setState({ snippets: [] });
}

function snippet(epoch: number): Take {
  const { compose } = store.getState();
  return {
    id: `epoch ${epoch}`,
    number: epoch,
    title: `Epoch ${epoch}`,
    notes: [],
    odds: [],
    ppq: 24,
    tempos: [],
    timeSignatures: [],
    promptNotes: 0,
    settings: compose.settings,
    preset: 'seed',
    epoch,
    remarks: [],
    composing: false,
  };
}

function learns(epoch: number): void {
  store.setState(({ snippets }) => ({ snippets: [...snippets, snippet(epoch)] }));
}

const shown = (): string | undefined => {
  const now = store.getState().shown;
  return now.kind === 'nothing' ? undefined : now.id;
};

it('shows each attempt of the run, in silence', () => {
  begin();
  expect(shown()).toBe('a');
  learns(1);
  expect(shown()).toBe('epoch 1');
  learns(2);
  expect(shown()).toBe('epoch 2');
  expect(played).toEqual([]);
});

it('follows the next run, though that takes the shown attempt away', () => {
  begin();
  learns(1);
  begin('next');
  expect(shown()).toBe('a');
  learns(2);
  expect(shown()).toBe('epoch 2');
});

it('stops as soon as something else is shown, and goes on when asked to', () => {
  begin();
  learns(1);
  store.setState({ shown: { kind: 'piece', id: 'a' } });
  learns(2);
  expect(shown()).toBe('a');
  expect(store.getState().learn.following).toBe(false);
  follow.followRun();
  expect(shown()).toBe('epoch 2');
  learns(3);
  expect(shown()).toBe('epoch 3');
});

it('leaves alone what plays when the run begins', () => {
  plays(true);
  begin();
  learns(1);
  plays(false);
  expect(shown()).toBe('a');
});

it('does not follow a model that is opened', () => {
  begin();
  training.finished({ epochs: 1, asked: 1, stopped: false });
  store.setState(({ training: before }) => ({
    snippets: [snippet(7)],
    training: { ...before, phase: 'finished', run: { id: 'opened', preset: 'seed' } },
  }));
  expect(shown()).toBe('a');
});

it('plays each new attempt when the one before has ended', () => {
  begin();
  follow.listenAsItLearns(true);
  learns(1);
  expect(played).toEqual(['epoch 1']);
  learns(2);
  learns(3);
  expect(shown()).toBe('epoch 1');
  plays(false);
  expect(played).toEqual(['epoch 1', 'epoch 3']);
  plays(false);
  learns(4);
  expect(played).toEqual(['epoch 1', 'epoch 3', 'epoch 4']);
});

it('plays the attempt that is shown when listening begins, and no more once it ends', () => {
  begin();
  learns(1);
  follow.listenAsItLearns(true);
  expect(played).toEqual(['epoch 1']);
  follow.listenAsItLearns(false);
  plays(false);
  learns(2);
  expect(shown()).toBe('epoch 2');
  expect(played).toEqual(['epoch 1']);
});

it('keeps what the person pauses', () => {
  begin();
  follow.listenAsItLearns(true);
  learns(1);
  follow.pause();
  learns(2);
  expect(shown()).toBe('epoch 1');
  expect(store.getState().learn).toEqual({ following: false, listening: false });
});
