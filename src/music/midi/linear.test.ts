import { describe, expect, it } from 'vitest';
import { readMidi } from './read';
import {
  bytesOf,
  chunk,
  END_MARK,
  file,
  header,
  join,
  meta,
  note,
  noteOff,
  noteOn,
  track,
} from './testing/midiBytes';

/** The bytes, and a count of all reads of them, searches included. */
function counted(bytes: Uint8Array): { bytes: Uint8Array; reads: () => number } {
  let reads = 0;
  function watch(target: Uint8Array): Uint8Array {
    return new Proxy(target, {
      get(_, key): unknown {
        if (key === 'indexOf') {
          return (value: number, from = 0): number => {
            const at = target.indexOf(value, from);
            reads += (at < 0 ? target.length : at + 1) - from;
            return at;
          };
        }
        if (key === 'subarray') {
          return (from: number, to: number): Uint8Array => watch(target.subarray(from, to));
        }
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
  return { bytes: watch(bytes), reads: () => reads };
}

function repeat(times: number, part: ArrayLike<number>): Uint8Array {
  return join(...new Array<ArrayLike<number>>(times).fill(part));
}

const E_NOTE = note(64);

/** Files on which a careless reader would read the same bytes repeatedly. */
const shapes: { what: string; make: (n: number) => Uint8Array; isRefused?: true }[] = [
  { what: 'notes', make: (n) => file(track(repeat(n, E_NOTE), END_MARK)) },
  {
    what: 'overlapping notes',
    make: (n) => file(track(repeat(n, noteOn(1, 60)), repeat(n, noteOff(1, 60)), END_MARK)),
  },
  { what: 'notes without an end', make: (n) => file(track(repeat(n, noteOn(1, 60)), END_MARK)) },
  { what: 'tiny tracks', make: (n) => join(header(1, n), repeat(n, track(E_NOTE, END_MARK))) },
  {
    what: 'tracks of wrong length',
    make: (n) => join(header(1, n), repeat(n, chunk('MTrk', E_NOTE, 0xffffff))),
  },
  {
    what: 'tracks that each claim the rest of the file',
    make: (n) => {
      const body = join(E_NOTE, END_MARK);
      const size = 8 + body.length;
      const tracks = Array.from({ length: n }, (_, i) => chunk('MTrk', body, (n - i) * size - 8));
      return join(header(1, n), ...tracks);
    },
  },
  { what: 'headers', make: (n) => join(repeat(n, header(1, 1)), track(E_NOTE, END_MARK)) },
  {
    what: 'headers of wrong length',
    make: (n) => join(repeat(n, chunk('MThd', bytesOf(6, 0), 99)), track(E_NOTE, END_MARK)),
  },
  {
    what: 'unknown chunks',
    make: (n) => join(header(1, 1), repeat(n, chunk('XFIH', [1])), track(E_NOTE, END_MARK)),
  },
  {
    what: 'unknown chunks of wrong length',
    make: (n) =>
      join(header(1, 1), repeat(n, chunk('XFIH', [1], 0xffffff)), track(E_NOTE, END_MARK)),
  },
  {
    what: 'rubbish between tracks',
    make: (n) => join(header(1, n), repeat(n, join(bytesOf(20, 0x4d), track(E_NOTE, END_MARK)))),
  },
  {
    what: 'system exclusive data without an end',
    isRefused: true,
    make: (n) => file(track(repeat(n, [0, 0xf0, 0x7f, 0xf7]), repeat(n, [0, 0xf0, 0x7f]), E_NOTE)),
  },
  {
    what: 'tracks of endless system exclusive data',
    make: (n) => join(header(1, n), repeat(n, track([0, 0xf0, 0x7f])), track(E_NOTE, END_MARK)),
  },
  { what: 'tempo marks', make: (n) => file(track(repeat(n, meta(1, 0x51, [1, 0, 0])), E_NOTE)) },
];

describe('the work of reading', () => {
  it.each(shapes)('grows as the file with twice as many $what', ({ make, isRefused = false }) => {
    const small = counted(make(400));
    const large = counted(make(800));
    expect(readMidi(small.bytes).ok).toBe(!isRefused);
    expect(readMidi(large.bytes).ok).toBe(!isRefused);
    expect(small.reads()).toBeGreaterThan(0);
    // A quadratic reader would need four times as many; which conversions are tried varies.
    expect(large.reads()).toBeLessThanOrEqual(2.5 * small.reads());
    expect(large.reads()).toBeLessThanOrEqual(12 * make(800).length);
  });

  it('reads a million notes right', () => {
    const n = 1_000_000;
    const events = new Uint8Array(n * 8 + 4);
    for (let i = 0; i < n; i++) {
      const pitch = i % 128;
      events.set([1, 0x90, pitch, 1 + (i % 127), 2, 0x80, pitch, 0], i * 8);
    }
    events.set(END_MARK, n * 8);
    const result = readMidi(file(track(events)));
    if (!result.ok) throw new Error(result.reason);
    const { notes } = result.songs[0].tracks[0];
    expect(notes).toHaveLength(n);
    const isRight = notes.every((read, i) => {
      return (
        read.tick === i * 3 + 1 &&
        read.duration === 2 &&
        read.pitch === i % 128 &&
        read.velocity === 1 + (i % 127)
      );
    });
    expect(isRight).toBe(true);
  }, 60_000);

  it('reads two hundred thousand overlapping notes of one pitch right', () => {
    const n = 200_000;
    const events = new Uint8Array(n * 8 + 4);
    for (let i = 0; i < n; i++) events.set([1, 0x90, 60, 80], i * 4);
    for (let i = n; i < 2 * n; i++) events.set([1, 0x80, 60, 0], i * 4);
    events.set(END_MARK, n * 8);
    const result = readMidi(file(track(events)));
    if (!result.ok) throw new Error(result.reason);
    const { notes } = result.songs[0].tracks[0];
    expect(notes).toHaveLength(n);
    expect(notes.every((read, i) => read.tick === i + 1 && read.duration === n)).toBe(true);
  }, 60_000);

  it('reads two hundred thousand overlapping notes of which one has no end', () => {
    const n = 200_000;
    const events = new Uint8Array(n * 8);
    for (let i = 0; i < n; i++) events.set([1, 0x90, 60, 80], i * 4);
    for (let i = n; i < 2 * n - 1; i++) events.set([1, 0x80, 60, 0], i * 4);
    events.set(END_MARK, (2 * n - 1) * 4);
    const result = readMidi(file(track(events)));
    expect(result.ok && result.songs[0].tracks[0].notes).toHaveLength(n);
  }, 20_000);
});
