import { expect, it } from 'vitest';
import { unpackSong } from '../../music/packedSong';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { promptFor } from '../compose/prompt';
import { modelOf, pieceOf, trainedStore } from '../testing/composing';
import { keepPlayed, playedTitle } from './keepPlayed';

const today = new Date(2026, 10, 26, 20);

/** Quarter notes at 100 a minute, from the first beat on. */
function quarters(count: number): PlayedEvent[] {
  return Array.from({ length: count }, (_, i): PlayedEvent[] => [
    { kind: 'down', time: 600 * i, pitch: 60 + i, velocity: 80 },
    { kind: 'up', time: 600 * i + 550, pitch: 60 + i },
  ]).flat();
}

const music = (count: number): Parameters<typeof keepPlayed>[1] => ({
  events: quarters(count),
  end: 600 * count,
  meter: { numerator: 4, denominator: 4 },
  microsecondsPerQuarter: 600_000,
});

it('keeps what was played as a piece that opens the next takes, and takes it back', () => {
  const store = trainedStore();
  const other = pieceOf('a');
  store.setState({ pieces: [other], shown: { kind: 'piece', id: 'a' } });
  const piece = keepPlayed(store, music(6), today);
  const { pieces, compose, shown, undoable } = store.getState();
  expect(pieces).toEqual([other, piece]);
  expect(piece).toMatchObject({
    title: 'Played 2026-11-26',
    notes: 6,
    bars: 2,
    tempo: 100,
    included: false,
    played: true,
  });
  expect(compose.prompt).toEqual({ kind: 'piece', id: piece?.id });
  expect(shown).toEqual({ kind: 'piece', id: piece?.id });
  undoable.at(-1)?.run();
  expect(store.getState().pieces).toEqual([other]);
  expect(store.getState().compose.prompt).toEqual({ kind: 'nothing' });
  expect(store.getState().shown).toEqual({ kind: 'piece', id: 'a' });
});

it('keeps nothing where nothing was played', () => {
  const store = trainedStore();
  const before = store.getState();
  expect(keepPlayed(store, music(0), today)).toBeUndefined();
  expect(store.getState()).toBe(before);
});

it('names the pieces of one day apart', () => {
  expect(playedTitle([], today)).toBe('Played 2026-11-26');
  expect(playedTitle(['Played 2026-11-26', 'Played 2026-11-26, 2'], today)).toBe(
    'Played 2026-11-26, 3',
  );
});

it('opens takes with the whole of it, however long it is', () => {
  const store = trainedStore();
  const piece = keepPlayed(store, music(14), today);
  const choice = { kind: 'piece', id: piece?.id ?? '' } as const;
  const inBars = promptFor(store.getState(), choice, modelOf('studio-small'));
  expect(inBars).toMatchObject({
    input: { length: 4 },
    microsecondsPerQuarter: 600_000,
    timeSignature: { tick: 0, numerator: 4, denominator: 4 },
  });
  const { input } = promptFor(store.getState(), choice, modelOf('seed'));
  expect(input?.length).toBe(14);
  expect(input && unpackSong(input.song).tracks[0].notes).toHaveLength(14);
});
