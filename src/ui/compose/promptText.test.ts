import { describe, expect, it } from 'vitest';
import { makeTake } from '../testApp';
import { continuedFrom, continueTick, promptTake } from './promptText';

/** Four quarter notes: one bar of 1920 ticks. */
const take = makeTake('Take 3');

describe('continueTick', () => {
  it('is the playhead inside the take', () => {
    expect(continueTick(take, 960.4)).toBe(960);
  });
  it('is the end where another take is shown, or the playhead stands at either end', () => {
    expect(continueTick(take)).toBe(1920);
    expect(continueTick(take, 0)).toBe(1920);
    expect(continueTick(take, 5000)).toBe(1920);
  });
});

describe('continuedFrom', () => {
  it('counts bars and beats', () => {
    const long = { ...take, notes: [...take.notes, { ...take.notes[0], tick: 9000 }] };
    expect(continuedFrom(long, 1920)).toBe('Take 3, from bar 2');
    expect(continuedFrom(long, 2880)).toBe('Take 3, from bar 2, beat 3');
    expect(continuedFrom(long, 9480)).toBe('Take 3, from its end');
  });
});

it('finds no take that was removed', () => {
  expect(promptTake({ kind: 'take', id: 'Take 3', tick: 0 }, [take])).toBe(take);
  expect(promptTake({ kind: 'take', id: 'Take 3', tick: 0 }, [])).toBeUndefined();
  expect(promptTake({ kind: 'nothing' }, [take])).toBeUndefined();
});
