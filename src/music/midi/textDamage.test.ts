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

/** Notes of this velocity and this wait, each with its own status bytes. */
function runs(wait: number, velocity: number, count = 40): number[][] {
  return Array.from({ length: count }, (_, i) => [
    ...noteOn(i % wait, 50 + (i % 20), velocity),
    ...noteOff(170, 50 + (i % 20)),
  ]);
}

/** Ten tracks, of which some hold feeds. */
const voices = file(
  ...Array.from({ length: 10 }, (_, i) => track(...runs(11 + i, i % 3 === 0 ? 10 : 90), END_MARK)),
);
/** A text of several lines beside feeds in another track. */
const withLines = file(
  track(meta(0, 1, 'ab\r\ncd\r\n'), meta(0, 0x51, [8, 0xcd, 0x9b]), END_MARK),
  track(...runs(11, 10), END_MARK),
);

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
      what: 'LF to CR LF, in several tracks and in their number',
      bytes: replaced(voices, (byte) => (byte === LF ? [CR, LF] : [byte])),
      original: voices,
    },
    {
      what: 'CR LF to LF, with LF in another track',
      bytes: replaced(withLines, (byte) => (byte === CR ? [] : [byte])),
      original: withLines,
    },
    {
      what: 'LF to CR LF, with a line end behind the last line',
      bytes: replaced(join(good, [LF]), (byte) => (byte === LF ? [CR, LF] : [byte])),
      original: good,
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
  const late = (share: number) => Math.round(voices.length * share);
  it.each([
    {
      what: 'all CR lost',
      bytes: replaced(withReturns, (byte) => (byte === CR ? [] : [byte])),
      reason: /line ends/,
    },
    { what: 'all LF lost', bytes: good.filter((byte) => byte !== LF), reason: /line ends/ },
    {
      what: 'all LF lost, in several tracks',
      bytes: voices.filter((byte) => byte !== LF),
      reason: /line ends/,
    },
    {
      what: 'all LF lost, some from the lengths',
      bytes: file(
        track(meta(0, 1, 'x'.repeat(2563)), END_MARK),
        track(...runs(7, 10), END_MARK),
      ).filter((byte) => byte !== LF),
      reason: /line ends/,
    },
    {
      what: 'the top bit lost in the second half',
      bytes: voices.map((byte, i) => (i < late(0.5) ? byte : byte & 0x7f)),
      reason: /lost its top bit/,
    },
    {
      what: 'the top bit lost in the last tenth',
      bytes: voices.map((byte, i) => (i < late(0.9) ? byte : byte & 0x7f)),
      reason: /lost its top bit/,
    },
    {
      what: 'the top bit lost in the middle',
      bytes: voices.map((byte, i) => (i < late(0.4) || i > late(0.6) ? byte : byte & 0x7f)),
      reason: /lost its top bit/,
    },
    {
      what: 'high bytes dropped from the second half',
      bytes: voices.filter((byte, i) => i < late(0.5) || byte < 0x80),
      reason: /lost its top bit/,
    },
    {
      what: 'question marks for the high bytes of the second half',
      bytes: voices.map((byte, i) => (i < late(0.5) || byte < 0x80 ? byte : 0x3f)),
      reason: /lost its top bit/,
    },
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

describe('a line end that was lost from the length of a track', () => {
  it.each([LF, CR])('is put back: %i', (lost) => {
    const notes = Array.from({ length: 20 }, (_, i) => [
      ...noteOn(i % 7, 60 + (i % 7), 90),
      ...noteOff(90, 60 + (i % 7)),
    ]).flat();
    const trackOf = (letters: number): Uint8Array => {
      return track(meta(0, 1, 'x'.repeat(letters)), notes, END_MARK);
    };
    // The lowest byte of the length is the line end.
    const letters = 0x300 + lost + 8 - trackOf(600).length + 600;
    const whole = file(trackOf(letters));
    const at = whole.indexOf(lost, 18);
    expect(at).toBe(21);
    const bytes = whole.filter((byte) => byte !== lost);
    const result = readMidi(bytes);
    expect(result.ok && result.songs).toEqual(songsOf(whole));
    expect(result.ok && result.repairs.join()).toMatch(/line ends/i);
  });
});

describe('a file that no text program has touched is read', () => {
  it.each([
    { what: 'feeds', whole: good },
    { what: 'returns', whole: withReturns },
    { what: 'several tracks', whole: voices },
  ])('when it is cut short anywhere: $what', ({ whole }) => {
    for (let cut = 1; cut < 100; cut++) {
      expect(reasonFor(whole.subarray(0, whole.length - cut))).toMatch(/notes$/);
    }
  });

  it('when a line end stands behind it', () => {
    for (const end of [[LF], [CR, LF], [CR]]) {
      const result = readMidi(join(good, end));
      expect(result).toEqual(readMidi(good));
    }
  });

  it('when its last length reaches past the file, with no line end in it', () => {
    const plain = [...runs(5, 90), noteOn(0, 60)].flat();
    const whole = file(track(runs(5, 90).flat(), END_MARK));
    for (const more of [1, 2, 3, 4, 8, 100, 70_000]) {
      const bytes = whole.slice();
      new DataView(bytes.buffer).setUint32(18, whole.length - 22 + more);
      expect(songsOf(bytes)).toEqual(songsOf(whole));
    }
    expect(reasonFor(file(track(plain, END_MARK)))).toBe('41 notes');
  });

  it('when one long track of running status has lost a note-off', () => {
    const status = [0, 0x90, 60, 80];
    const events = Array.from({ length: 200 }, (_, i) => [60, 60, i % 2 === 0 ? 0 : 80]);
    events.splice(50, 1);
    expect(reasonFor(file(track(status, events.flat(), END_MARK)))).toMatch(/notes$/);
  });

  it('when a program counts the bytes of each track wrongly', () => {
    // Tracks of lengths at which a lost line end could be imagined.
    const bytesOf = (change: (length: number) => number): Uint8Array => {
      const tracks = [250, 280].map((count) => track(...runs(7, 90, count), END_MARK));
      for (const one of tracks) {
        const view = new DataView(one.buffer, one.byteOffset);
        view.setUint32(4, change(view.getUint32(4)));
      }
      return file(...tracks);
    };
    const whole = songsOf(bytesOf((length) => length));
    const changes = [-8, -4, 1, 2, 4, 8].map((by) => (length: number) => length + by);
    for (const change of [...changes, () => 0]) {
      expect(songsOf(bytesOf(change))).toEqual(whole);
    }
  });

  it('when a long text stands in it, and some notes have no end', () => {
    const text = meta(0, 2, 'Copyright '.repeat(12));
    const hits = Array.from({ length: 40 }, () => noteOn(60, 60, 90)).flat();
    expect(reasonFor(file(track(text, hits, END_MARK)))).toBe('40 notes');
    const zeros = new Array<number>(200).fill(0);
    expect(reasonFor(join(file(track(hits, END_MARK)), zeros))).toBe('40 notes');
  });
});
