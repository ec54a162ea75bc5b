import { describe, expect, it } from 'vitest';
import { readMidi } from './read';
import { END_MARK, file, join, meta, noteOff, noteOn, track } from './testing/midiBytes';

/** A file with feeds and returns in velocities and waits, high bytes and zeros. */
const good = file(
  track(meta(0, 3, 'Étude'), meta(0, 0x51, [8, 0xcd, 0x9b]), END_MARK),
  track(
    ...Array.from({ length: 40 }, (_, i) => [
      ...noteOn(i % 7, 50 + (i % 20), 10),
      ...noteOff(170, 50 + (i % 20)),
    ]),
    END_MARK,
  ),
);
const withReturns = file(
  track(
    ...Array.from({ length: 40 }, (_, i) => [
      ...noteOn(10, 50 + (i % 20), 13),
      ...noteOff(10, 50 + (i % 20)),
    ]),
    END_MARK,
  ),
);
const LF = 10;
const CR = 13;

function replaced(bytes: Uint8Array, change: (byte: number, next: number) => number[]): Uint8Array {
  return join(...Array.from(bytes, (byte, i) => change(byte, bytes[i + 1])));
}

function songsOf(bytes: Uint8Array): unknown {
  const result = readMidi(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.songs;
}

function reasonFor(bytes: Uint8Array): string {
  const result = readMidi(bytes);
  return result.ok ? `${result.songs[0].tracks[0].notes.length} notes` : result.reason;
}

describe('a file that went through a text program is put right', () => {
  it.each([
    {
      what: 'LF to CR LF',
      bytes: replaced(good, (byte) => (byte === LF ? [CR, LF] : [byte])),
      original: good,
    },
    {
      what: 'LF to CR LF, with CR LF in the original',
      bytes: replaced(withReturns, (byte) => (byte === LF ? [CR, LF] : [byte])),
      original: withReturns,
    },
    {
      what: 'CR to CR LF',
      bytes: replaced(withReturns, (byte) => (byte === CR ? [CR, LF] : [byte])),
      original: withReturns,
    },
    {
      what: 'Latin-1 written as UTF-8',
      bytes: new TextEncoder().encode(String.fromCharCode(...good)),
      original: good,
    },
    {
      what: 'Windows-1252 written as UTF-8',
      bytes: new TextEncoder().encode(
        String.fromCharCode(...good)
          .replaceAll('\x80', '€')
          .replaceAll('\x9b', '›'),
      ),
      original: good,
    },
  ])('after $what', ({ bytes, original }) => {
    expect(songsOf(bytes)).toEqual(songsOf(original));
    const result = readMidi(bytes);
    expect(result.ok && result.repairs).toHaveLength(1);
  });
});

describe('a file that a text program has ruined is refused', () => {
  it.each([
    {
      what: 'bytes that are no UTF-8 lost',
      bytes: new TextEncoder().encode(new TextDecoder().decode(good)),
      reason: /read as text and written again/,
    },
    {
      what: 'the top bit of each byte lost',
      bytes: good.map((byte) => byte & 0x7f),
      reason: /lost its top bit/,
    },
    {
      what: 'high bytes dropped',
      bytes: good.filter((byte) => byte < 0x80),
      reason: /lost its top bit/,
    },
    {
      what: 'question marks for high bytes',
      bytes: good.map((byte) => (byte < 0x80 ? byte : 0x3f)),
      reason: /lost its top bit/,
    },
    { what: 'zeros dropped', bytes: good.filter((byte) => byte > 0), reason: /All zeros/ },
    {
      what: 'some CR LF made LF',
      bytes: join(
        file(
          track(
            noteOn(0, 60, 10),
            noteOff(10, 60),
            meta(0, 1, 'ab\r\ncd\r\n'),
            noteOn(9, 61, 10),
            END_MARK,
          ),
        ).filter((byte) => byte !== CR),
      ),
      reason: /line ends/,
    },
  ])('$what', ({ bytes, reason }) => {
    expect(reasonFor(bytes)).toMatch(reason);
  });

  it('is told from one that is damaged throughout in another way', () => {
    const bytes = good.map((byte, i) => (i > 60 && byte === 10 ? 0xee : byte));
    expect(reasonFor(bytes)).toMatch(/damaged from end to end/);
  });
});
