import { describe, expect, it } from 'vitest';
import { closingPlace, TakeEnding } from './takeEnding';

/** Keys from A0 on. */
const key = (midi: number): number => midi - 21;
const C_MAJOR = 0;

/** All MIDI keys that the chord may go on with. */
function allowed(ending: TakeEnding, last = false): number[] {
  return Array.from({ length: 88 }, (_, i) => i)
    .filter((each) => ending.allows(each, last))
    .map((each) => each + 21);
}

function chord(...pitches: number[]): TakeEnding {
  const ending = new TakeEnding(0, undefined);
  ending.hear(C_MAJOR);
  for (const pitch of pitches) ending.strike(key(pitch));
  return ending;
}

describe('the last chord', () => {
  it('stands on its root', () => {
    expect(new Set(allowed(chord()).map((pitch) => pitch % 12))).toEqual(new Set([0]));
  });

  it('leaves at most a hand of room between two notes', () => {
    expect(allowed(chord(36, 48)).filter((pitch) => pitch > 48)).toEqual([52, 55, 60, 64, 67]);
  });

  it('is completed within an octave once it is ample, or with its last note', () => {
    expect(allowed(chord(36, 48, 60)).filter((pitch) => pitch > 60)).toEqual([64, 67]);
    expect(allowed(chord(36, 43), true).filter((pitch) => pitch > 43)).toEqual([52]);
  });

  it('may go on with any note of the triad when it is complete', () => {
    const ending = chord(48, 52, 55);
    expect(ending.complete).toBe(true);
    expect(allowed(ending).filter((pitch) => pitch > 55)).toEqual([60, 64, 67, 72]);
  });
});

describe('the place of the last chord', () => {
  const BAR = 96;

  it('is the beat of the take that is nearest to where the piece ends', () => {
    expect(closingPlace(0, BAR)).toBe(0);
    expect(closingPlace(0.5, BAR)).toBe(48);
    // Third beat of a waltz, in common time.
    expect(closingPlace(2 / 3, BAR)).toBe(72);
    expect(closingPlace(0.99, BAR)).toBe(72);
  });

  it('is the middle of a bar in six eighths, and an eighth in five', () => {
    expect(closingPlace(0.5, 72)).toBe(36);
    expect(closingPlace(0.41, 60)).toBe(24);
  });
});
