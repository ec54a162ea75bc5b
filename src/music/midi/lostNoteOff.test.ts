import { describe, expect, it } from 'vitest';
import { readMidi } from './read';
import { END_MARK, file, meta, noteOff, noteOn, track } from './testing/midiBytes';

/** At a tick, one event without its delta time. */
type Timed = readonly [tick: number, event: readonly number[]];

const LENGTH = 120;
const BEAT = 480;

const on = (tick: number, pitch = 60): Timed => [tick, noteOn(0, pitch).slice(1)];
const off = (tick: number, pitch = 60): Timed => [tick, noteOff(0, pitch).slice(1)];
const release = (tick: number, pitch = 60): Timed => [tick, noteOn(0, pitch, 0).slice(1)];

/** Staccato quarters on one key, from this beat on; the note-offs of the numbers in `lost` are missing. */
function staccato(count: number, lost: readonly number[] = [], from = 0): Timed[] {
  return Array.from({ length: count }, (_, i) => {
    const tick = (from + i) * BEAT;
    return lost.includes(i) ? [on(tick)] : [on(tick), off(tick + LENGTH)];
  }).flat();
}

/** Note-offs for all keys. */
function panic(tick: number, end = off, spread = 0): Timed[] {
  return Array.from({ length: 128 }, (_, pitch) => end(tick + pitch * spread, pitch));
}

function read(...events: readonly Timed[]): { durations: number[]; guessed: number } {
  const inOrder = [...events].sort(([a], [b]) => a - b);
  const bytes = inOrder.flatMap(([tick, event], i) => {
    const wait = tick - (inOrder[i - 1]?.[0] ?? 0);
    return [...meta(wait, 1, ''), 0, ...event];
  });
  const result = readMidi(file(track(bytes, END_MARK)));
  if (!result.ok) throw new Error(result.reason);
  const closed = /(\d+) notes? w(?:as|ere) closed/.exec(result.repairs.join(' '));
  const notes = result.songs[0].tracks.flatMap((part) => part.notes);
  return { durations: notes.map(({ duration }) => duration), guessed: Number(closed?.[1] ?? 0) };
}

/** Lengths of staccato notes of which those numbered here end at the next strike. */
function cutAt(count: number, ...lost: number[]): number[] {
  return Array.from({ length: count }, (_, i) => (lost.includes(i) ? BEAT : LENGTH));
}

describe('a lost note-off before note-offs for all keys', () => {
  const END = 32 * BEAT;
  const whole = { durations: cutAt(32, 5), guessed: 1 };

  it.each([
    { what: 'at the end', events: panic(END) },
    { what: 'as notes of velocity 0', events: panic(END, release) },
    { what: 'one tick after the other', events: panic(END, off, 1) },
    { what: 'at the last note-off', events: panic(31 * BEAT + LENGTH) },
    { what: 'twice at one tick', events: [...panic(END), ...panic(END)] },
    { what: 'twice', events: [...panic(END), ...panic(END + 960, release)] },
    { what: 'of a piano', events: panic(END).slice(21, 109) },
  ])('costs one note its length: $what', ({ events }) => {
    expect(read(...staccato(32, [5]), ...events)).toEqual(whole);
  });

  it('is found whichever notes lose theirs', () => {
    for (const lost of [[0], [30], [3, 4, 5], [0, 10, 20]]) {
      expect(read(...staccato(32, lost), ...panic(END))).toEqual({
        durations: cutAt(32, ...lost),
        guessed: lost.length,
      });
    }
  });

  it('is found in each part between them', () => {
    const parts = [0, 8, 16].flatMap((from) => [
      ...staccato(8, [2], from),
      ...panic((from + 8) * BEAT - 1),
    ]);
    expect(read(...parts)).toEqual({ durations: cutAt(24, 2, 10, 18), guessed: 3 });
  });

  it('lets the last note last no longer than a long note', () => {
    expect(read(on(0), ...panic(100 * BEAT))).toEqual({ durations: [16 * BEAT], guessed: 1 });
    expect(read(on(0), off(100 * BEAT), ...panic(100 * BEAT))).toEqual({
      durations: [100 * BEAT],
      guessed: 0,
    });
    expect(read(...staccato(8, [7]), ...panic(8 * BEAT))).toMatchObject({
      durations: cutAt(8, 7),
    });
  });
});

describe('notes of one key that overlap', () => {
  const inOrder = (...events: Timed[]): number[] => read(...events).durations;
  const quarters = staccato(8);

  it('end in their order where one is held over others', () => {
    const strikes = [9, 10, 11].flatMap((beat) => [on(beat * BEAT), off(beat * BEAT + LENGTH)]);
    const held = [on(8 * BEAT), ...strikes, off(12 * BEAT)];
    const lengths = [BEAT + LENGTH, BEAT + LENGTH, BEAT + LENGTH, BEAT];
    expect(inOrder(...quarters, ...held).slice(8)).toEqual(lengths);
    expect(read(...quarters, ...held, ...panic(12 * BEAT))).toEqual({
      durations: [...cutAt(8), ...lengths],
      guessed: 0,
    });
  });

  it('end in their order where each reaches a little into the next', () => {
    const legato = Array.from({ length: 40 }, (_, i) => [
      on((8 + i) * BEAT),
      off((9 + i) * BEAT + 10),
    ]);
    expect(inOrder(...quarters, ...legato.flat()).slice(8)).toEqual(new Array(40).fill(BEAT + 10));
    expect(inOrder(...legato.flat())).toEqual(new Array(40).fill(BEAT + 10));
  });

  it('end in their order behind a lost note-off', () => {
    const two = [on(8 * BEAT), on(8 * BEAT + 60), off(8 * BEAT + 240), off(8 * BEAT + 360)];
    expect(read(...staccato(8, [2]), ...two)).toEqual({
      durations: [...cutAt(8, 2), 240, 300],
      guessed: 1,
    });
  });

  it('end in their order where short notes are struck while one is held', () => {
    const events = [
      on(5160),
      ...[6480, 7200, 7560, 7920].flatMap((tick) => [on(tick), off(tick + 119)]),
      off(8160),
    ];
    expect(read(...quarters, ...events).durations.slice(8)).toEqual([1439, 839, 479, 479, 240]);
    expect(read(...quarters, ...events).guessed).toBe(0);
  });

  it('end in their order where the pedal of an organ reaches far into the next', () => {
    const pads = Array.from({ length: 8 }, (_, i) => [on(i * 1920), off(i * 1920 + 2040)]).flat();
    const others = Array.from({ length: 40 }, (_, i) => [on(i * 240, 72), off(i * 240 + 110, 72)]);
    const { durations, guessed } = read(...pads, ...others.flat());
    expect(durations.filter((duration) => duration > 200)).toEqual(new Array(8).fill(2040));
    expect(guessed).toBe(0);
  });

  it('end in their order where "all notes off" comes while both sound', () => {
    const silence: Timed = [900, [0xb0, 123, 0]];
    const unison = read(on(0), on(0), off(480), silence, off(960));
    expect(unison).toEqual({ durations: [480, 900], guessed: 0 });
    const overlap = read(on(0), on(240), off(480), [700, [0xb0, 123, 0]], off(720));
    expect(overlap).toEqual({ durations: [480, 460], guessed: 0 });
  });
});
