import { describe, expect, it } from 'vitest';
import { SoundingNotes } from './sounding';
import { VoiceMemory } from './voices';

/** Quarter notes of 24 ticks, one voice, from a given tick. */
function sing(memory: VoiceMemory, tick: number, pitches: number[]): void {
  pitches.forEach((pitch, i) => {
    memory.add(tick + 24 * i, pitch, 24, 16);
  });
}

const SUBJECT = [40, 42, 44, 45, 47, 49];

describe('lines', () => {
  it('are found in another voice, transposed, against other notes', () => {
    const memory = new VoiceMemory();
    SUBJECT.forEach((pitch, i) => {
      memory.add(24 * i, pitch, 24, 16);
      memory.add(24 * i, 70 - (i % 2), 24, 16);
    });
    const start = 24 * SUBJECT.length;
    // The answer, a fifth lower, under the upper voice.
    for (const [i, pitch] of SUBJECT.slice(0, 4).entries()) {
      memory.add(start + 24 * i, pitch - 7, 24, 16);
      memory.add(start + 24 * i, 72 + 2 * i, 24, 16);
    }
    const tick = start + 24 * 4;
    const foretold = memory.foretell(tick, -1).find(({ pitch }) => pitch === SUBJECT[4] - 7);
    expect(foretold).toMatchObject({ tick, duration: 24, length: 3 });
  });

  it('are transposed within the recent scale', () => {
    const memory = new VoiceMemory();
    // G, C D E F in C major, then from D: an exact copy would lead to F sharp.
    sing(memory, 0, [46, 39, 41, 43, 44]);
    sing(memory, 24 * 5, [41, 43, 44]);
    const pitches = memory.foretell(24 * 8, -1).map(({ pitch }) => pitch);
    expect(pitches).toContain(46);
    expect(pitches).not.toContain(45);
  });

  it('skip keys below the top of the current chord', () => {
    const memory = new VoiceMemory();
    sing(memory, 0, [...SUBJECT, ...SUBJECT.slice(0, 4)]);
    const tick = 24 * 10;
    expect(memory.foretell(tick, -1).map(({ pitch }) => pitch)).toContain(47);
    expect(memory.foretell(tick, 50).filter((line) => line.tick === tick)).toEqual([]);
  });

  it('give the note that a new one continues', () => {
    const memory = new VoiceMemory();
    memory.add(0, 40, 24, 9);
    memory.add(0, 60, 96, 10);
    expect(memory.before(24, 42)).toMatchObject({ pitch: 40, velocity: 9 });
    // The upper voice still sounds, and a leap starts a new voice.
    expect(memory.before(24, 59)).toBeUndefined();
    memory.add(24, 42, 24, 9);
    expect(memory.stepTo(42)).toBe(2);
    expect(memory.stepTo(60)).toBeUndefined();
  });
});

it('separates notes that keep sounding from those that end', () => {
  const sounding = new SoundingNotes();
  sounding.add(0, 30, 48);
  sounding.add(0, 45, 24);
  sounding.add(0, 40, 24);
  expect(sounding.toRelease(0)).toBe(24);
  expect(sounding.endingAt(24)).toEqual([40, 45]);
  expect(sounding.heldAt(24)).toEqual([30]);
  expect(sounding.toRelease(48)).toBeUndefined();
});
