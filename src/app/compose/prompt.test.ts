import { describe, expect, it } from 'vitest';
import { unpackSong } from '../../music/packedSong';
import { pitchedNotes } from '../../music/song';
import { sampleTake } from '../../storage/testing/samples';
import type { AppState, Opening } from '../state';
import { modelOf, pieceOf, trainedStore } from '../testing/composing';
import { openingMusic } from './prompt';

const manner = {
  microsecondsPerQuarter: 700_000,
  timeSignature: { numerator: 6, denominator: 8 },
};
const checkpoint = modelOf('studio-small', { manner });
/** Three quarters of 480 ticks. */
const take = {
  ...sampleTake(1),
  composing: false,
  timeSignatures: [{ tick: 0, numerator: 2, denominator: 4 }],
};

function stateOf(opening: Opening): AppState {
  const state = trainedStore().getState();
  return {
    ...state,
    pieces: [pieceOf('a'), pieceOf('b')],
    takes: [take],
    compose: { ...state.compose, opening },
  };
}

/** Onsets of what opens, in ticks of the song. */
function onsets({ opening }: ReturnType<typeof openingMusic>): number[] {
  return opening ? pitchedNotes(unpackSong(opening.song)).map(({ tick }) => tick) : [];
}

const fromNothing = {
  opening: undefined,
  timeSignature: { tick: 0, numerator: 6, denominator: 8 },
  microsecondsPerQuarter: 700_000,
};

describe('what opens the takes', () => {
  it('is nothing, in the tempo and meter of the training pieces', () => {
    expect(openingMusic(stateOf({ kind: 'nothing' }), checkpoint)).toEqual(fromNothing);
  });

  it('is the start of a piece, in its own tempo and meter, as much as the preset opens with', () => {
    const music = openingMusic(stateOf({ kind: 'piece', id: 'b' }), checkpoint);
    expect(music).toMatchObject({
      opening: { length: 2 },
      title: 'Piece b',
      timeSignature: { tick: 0, numerator: 3, denominator: 4 },
      microsecondsPerQuarter: 600_000,
    });
    expect(music.opening?.until).toBeUndefined();
    const seed = openingMusic(stateOf({ kind: 'piece', id: 'b' }), modelOf('seed'));
    expect(seed.opening?.length).toBe(16);
  });

  it('is a take up to a point, before which nothing is added', () => {
    const music = openingMusic(stateOf({ kind: 'take', id: take.id, tick: 700 }), checkpoint);
    expect(onsets(music)).toEqual([0, 480]);
    expect(music.opening).toMatchObject({ until: 700 });
    expect(music.opening?.length).toBeUndefined();
    expect(music).toMatchObject({
      title: 'Take 1',
      timeSignature: { numerator: 2, denominator: 4 },
      microsecondsPerQuarter: 500_000,
    });
  });

  it('leaves out the note that begins at the point itself', () => {
    const at = (tick: number): number[] =>
      onsets(openingMusic(stateOf({ kind: 'take', id: take.id, tick }), checkpoint));
    expect(at(480)).toEqual([0]);
    expect(at(481)).toEqual([0, 480]);
    expect(at(5000)).toEqual([0, 480, 960]);
  });

  it('is nothing where the piece or the take was removed', () => {
    for (const kind of ['piece', 'take'] as const) {
      const state = stateOf({ kind, id: 'gone', tick: 0 });
      expect(openingMusic(state, checkpoint)).toEqual(fromNothing);
    }
  });
});
