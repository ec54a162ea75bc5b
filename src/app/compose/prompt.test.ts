import { describe, expect, it } from 'vitest';
import { unpackSong } from '../../music/packedSong';
import { pitchedNotes } from '../../music/song';
import { sampleTake } from '../../storage/testing/samples';
import { modelOf, pieceOf } from '../testing/composing';
import { promptFor } from './prompt';

const typicalMeter = {
  microsecondsPerQuarter: 700_000,
  timeSignature: { numerator: 6, denominator: 8 },
};
const checkpoint = modelOf('studio-small', { typicalMeter });
/** Three quarters of 480 ticks. */
const take = {
  ...sampleTake(1),
  composing: false,
  timeSignatures: [{ tick: 0, numerator: 2, denominator: 4 }],
};

const state = { pieces: [pieceOf('a'), pieceOf('b')], takes: [take] };

/** Onsets of what opens, in ticks of the song. */
function onsets({ input }: ReturnType<typeof promptFor>): number[] {
  return input ? pitchedNotes(unpackSong(input.song)).map(({ tick }) => tick) : [];
}

const fromNothing = {
  timeSignature: { tick: 0, numerator: 6, denominator: 8 },
  microsecondsPerQuarter: 700_000,
};

describe('what opens the takes', () => {
  it('is nothing, in the tempo and meter of the training pieces', () => {
    expect(promptFor(state, { kind: 'nothing' }, checkpoint)).toEqual(fromNothing);
  });

  it('is in 4/4 where an earlier version found a meter that makes no bars', () => {
    const timeSignature = { numerator: 1, denominator: 4 };
    const earlier = { ...checkpoint, typicalMeter: { ...checkpoint.typicalMeter, timeSignature } };
    expect(promptFor(state, { kind: 'nothing' }, earlier).timeSignature).toEqual({
      tick: 0,
      numerator: 4,
      denominator: 4,
    });
  });

  it('is the start of a piece, in its own tempo and meter, as much as the preset opens with', () => {
    const music = promptFor(state, { kind: 'piece', id: 'b' }, checkpoint);
    expect(music).toMatchObject({
      input: { length: 2 },
      title: 'Piece b',
      timeSignature: { tick: 0, numerator: 3, denominator: 4 },
      microsecondsPerQuarter: 600_000,
    });
    expect(music.input?.until).toBeUndefined();
    const seed = promptFor(state, { kind: 'piece', id: 'b' }, modelOf('seed'));
    expect(seed.input?.length).toBe(16);
  });

  it('is a take up to a point, before which nothing is added', () => {
    const music = promptFor(state, { kind: 'take', id: take.id, tick: 700 }, checkpoint);
    expect(onsets(music)).toEqual([0, 480]);
    expect(music.input).toMatchObject({ until: 700 });
    expect(music.input?.length).toBeUndefined();
    expect(music).toMatchObject({
      title: 'Take 1',
      timeSignature: { numerator: 2, denominator: 4 },
      microsecondsPerQuarter: 500_000,
    });
  });

  it('leaves out the note that begins at the point itself', () => {
    const at = (tick: number): number[] =>
      onsets(promptFor(state, { kind: 'take', id: take.id, tick }, checkpoint));
    expect(at(480)).toEqual([0]);
    expect(at(481)).toEqual([0, 480]);
    expect(at(5000)).toEqual([0, 480, 960]);
  });

  it('is nothing where the piece or the take was removed', () => {
    for (const kind of ['piece', 'take'] as const) {
      const gone = { kind, id: 'gone', tick: 0 };
      expect(promptFor(state, gone, checkpoint)).toEqual(fromNothing);
    }
  });
});
