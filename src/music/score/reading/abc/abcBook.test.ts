import { describe, expect, it } from 'vitest';
import { heard, readTunes, songsIn, tune } from '../../testing/abcSongs';
import { scoreKind } from '../scoreText';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const reasonOf = (text: string): string => {
  const result = readTunes(text);
  return result.ok ? 'read' : result.reason;
};

describe('books of tunes in ABC', () => {
  it('have prose between the tunes, none of which is music', () => {
    const book = `${tune('cdef|')}
A fine tune; Dad can gag on a cabbage: abc def|

%%begintext
K:C
A bad text.

abc|
%%endtext
X:2
T:Second
M:3/4
L:1/4
K:G
fgf|
%%begintext
cde|
%%endtext
gfg|

The end. abc
`;
    const songs = songsIn(book);
    expect(songs.map(({ title }) => title)).toEqual(['Tune', 'Second']);
    expect(songs[0].tracks[0].notes.map(({ pitch }) => pitch)).toEqual([72, 74, 76, 77]);
    expect(songs[1].tracks[0].notes.map(({ tick, pitch }) => [tick, pitch])).toEqual([
      [0, 78],
      [480, 79],
      [960, 78],
      [1440, 79],
      [1920, 78],
      [2400, 79],
    ]);
    expect(songs[1].timeSignatures).toEqual([{ tick: 0, numerator: 3, denominator: 4 }]);
  });

  it('have tunes whose music goes on behind an empty line, as careless writers leave it', () => {
    const body = 'X:1\nT:x\nM:4/4\nL:1/8\nK:D\n\nF8|"D"A8|\n\n|:(3abc d6:|\nw: one two\n';
    expect(heard(`${body}\nA tune that all can sing.\n`).map(([, , pitch]) => pitch)).toEqual([
      66, 69, 81, 83, 73, 74, 81, 83, 73, 74,
    ]);
  });

  it('may begin with a preface, which is read as a book all the same', () => {
    const book = `Tunes of the village\n\nCollected by a friend: see A, B and C.\n\n${tune('c|')}`;
    expect(scoreKind(bytesOf(book))).toBe('abc');
    expect(heard(book)).toEqual([[0, 240, 72]]);
    expect(scoreKind(bytesOf('Dear friend,\nX:1 is a field, and K: too.\n'))).toBeUndefined();
    expect(scoreKind(bytesOf(`<html>\n${tune('c|')}`))).toBeUndefined();
  });

  it('may begin with fields that hold for all tunes without their own', () => {
    const book = '%abc-2.1\nL:1/4\nM:3/4\n\nX:1\nK:C\ncde|\n\nX:2\nM:2/4\nL:1/8\nK:C\ncdef|\n';
    const songs = songsIn(book);
    expect(songs.map(({ tracks }) => tracks[0].notes[0].duration)).toEqual([480, 240]);
    expect(songs.map(({ timeSignatures }) => timeSignatures[0].numerator)).toEqual([3, 2]);
  });

  it('may leave out the empty lines, and say how many tunes are silent', () => {
    const book = `% A book\n${tune('c|')}X:2\nT:Silence\nK:C\nz4|\nX:3\nT:Last\nK:C\nc4|\n`;
    const result = readTunes(book);
    expect(songsIn(book).map(({ title }) => title)).toEqual(['Tune', 'Last']);
    expect(result).toMatchObject({ repairs: ['1 tune without notes was left out.'] });
  });

  it('say how many tunes cannot be read', () => {
    const book = `${tune('c|')}\n${tune('Z999999999|')}\n${tune('c99999999|')}`;
    expect(readTunes(book)).toMatchObject({
      repairs: ['2 tunes that could not be read were left out.'],
    });
  });
});

describe('hostile and broken ABC', () => {
  const long = (part: string): string =>
    `${part.repeat(Math.floor(9_000 / part.length))}\n`.repeat(28);

  it('is told in one sentence', () => {
    expect(reasonOf(tune('Z999999999|'))).toMatch(/longer than/);
    expect(reasonOf(tune(`Z${'9'.repeat(400)}|`))).toMatch(/longer than/);
    expect(reasonOf(tune('c99999999|'))).toMatch(/lengths/);
    expect(reasonOf(tune('z|'))).toMatch(/no notes/);
    expect(reasonOf('X:1\nK:C\nc\n\n'.repeat(6000))).toMatch(/more than 5,000 tunes/);
    expect(reasonOf(tune('P:A\nc8|'.repeat(3000), 'C', 'P:(A99999)99999\n'))).toMatch(/longer/);
    expect(reasonOf(tune('|:c8:|'.repeat(50_000)))).toMatch(/longer/);
    const voices = Array.from({ length: 200 }, (_, i) => `V:${i}\nc|`).join('\n');
    expect(reasonOf(tune(voices))).toMatch(/longer/);
  });

  it.each<[string, string]>([
    ['five megabytes in one line', tune('abcd|'.repeat(2 ** 20))],
    ['open brackets', tune(long('['))],
    ['open chords', tune(long('[ab'))],
    ['open grace notes', tune(long('{'))],
    ['open fields', tune(long('[K:'))],
    ['open slurs', tune(long('('))],
    ['closed brackets', tune(long('])}'))],
    ['quotes', tune(long('"a'))],
    ['ties of nothing', tune(long('|-'))],
    ['broken rhythm of nothing', tune(long('>'))],
    ['overlays', tune(long('a&'))],
    ['repeats', tune(long('|:'))],
    ['what no tune has', tune(long('é@#'))],
    ['comments that a line end interrupts', tune(`\\${'%'.repeat(5000)}\u2028c|`)],
    ['measures of rests', tune(long('Z9999|'))],
  ])('is answered soon: %s', (_, text) => {
    const start = performance.now();
    const result = readTunes(text);
    if (!result.ok) expect(result.reason).toMatch(/\.$/);
    // Generous: on a free machine each takes about a second.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('leaves no trace in the next tune', () => {
    expect(readTunes(tune('[ab "c {d !p! (3 \\')).ok).toBe(true);
    expect(heard(tune('c2d2|'))).toEqual([
      [0, 480, 72],
      [480, 480, 74],
    ]);
  });

  it('survives every cut and every flipped character', () => {
    const text = tune(
      '|:"Am"{/g}a>b (3cde [CEG]2-[CEG]2|1 !p!a2- a2 Z2:|2 [K:G]f4 & c4|]',
      'Dmix',
      'P:AB\nV:1 name="A" clef=treble-8\nQ:3/8=100\n%%MIDI program 4\n',
    );
    const good = bytesOf(text);
    for (let at = 0; at < good.length; at++) {
      const flipped = Uint8Array.from(good);
      flipped[at] ^= 1 << (at % 7);
      for (const bytes of [good.subarray(0, at), flipped]) {
        const result = readTunes(new TextDecoder().decode(bytes));
        if (!result.ok) {
          expect(result.reason).toMatch(/\.$/);
          continue;
        }
        for (const { tick, duration, pitch, velocity } of result.songs.flatMap(({ tracks }) =>
          tracks.flatMap(({ notes }) => notes),
        )) {
          expect(Number.isInteger(tick) && tick >= 0).toBe(true);
          expect(Number.isInteger(duration) && duration >= 1).toBe(true);
          expect(Number.isInteger(pitch) && pitch >= 0 && pitch <= 127).toBe(true);
          expect(Number.isInteger(velocity) && velocity >= 1 && velocity <= 127).toBe(true);
        }
      }
    }
  });
});
