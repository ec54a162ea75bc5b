import { describe, expect, it } from 'vitest';
import type { Song } from '../../../song';
import { heard, pitchesIn, readTunes, songsIn, tune } from '../../testing/abcSongs';

const tempos = (text: string): number[][] => {
  const [song] = songsIn(text);
  return song.tempos.map(({ tick, microsecondsPerQuarter }) => [
    (tick * 480) / song.ppq,
    60e6 / microsecondsPerQuarter,
  ]);
};

describe('keys of ABC', () => {
  const keyOf = (key: string): [number, string] | undefined => {
    const [first] = songsIn(tune('c|', key))[0].keySignatures;
    return first && [first.fifths, first.mode];
  };

  it.each<[string, number, 'major' | 'minor']>([
    ['Dmix', 1, 'major'],
    ['A Mixolydian', 2, 'major'],
    ['Ador', 1, 'major'],
    ['E Phrygian', 0, 'major'],
    ['F lyd', 0, 'major'],
    ['Bloc', 0, 'major'],
    ['Gm', -2, 'minor'],
    ['E minor', 1, 'minor'],
    ['A aeolian', 0, 'minor'],
    ['G#m', 5, 'minor'],
    ['D#m', 6, 'minor'],
    ['A#m', 7, 'minor'],
    ['Ebm', -6, 'minor'],
    ['C#', 7, 'major'],
    ['Cb', -7, 'major'],
    ['Bb clef=bass', -2, 'major'],
    ['HP', 2, 'major'],
    ['D transpose=-2', 0, 'major'],
    ['D clef=treble-8', 2, 'major'],
  ])('K:%s has %i', (key, fifths, mode) => {
    expect(keyOf(key)).toEqual([fifths, mode]);
  });

  it('are none where the tune has none', () => {
    expect(keyOf('none')).toBeUndefined();
    expect(keyOf('')).toBeUndefined();
  });
});

describe('fields within a tune in ABC', () => {
  it('change length, meter, key and tempo, in lines of their own and within them', () => {
    const text = tune(
      'cdef gabc|\nL:1/4\ncdef|\nM:3/4\ncde|\nK:D\nfcf|\nQ:1/4=80\ncde|[M:2/4][L:1/8][K:Bb]bebe|[Q:3/8=100]c4|',
      'C',
      'Q:1/4=100\n',
    );
    const [song] = songsIn(text);
    expect(heard(text).map(([tick]) => tick)).toEqual([
      ...[0, 240, 480, 720, 960, 1200, 1440, 1680],
      ...[1920, 2400, 2880, 3360],
      ...[3840, 4320, 4800],
      ...[5280, 5760, 6240],
      ...[6720, 7200, 7680],
      ...[8160, 8400, 8640, 8880],
      9120,
    ]);
    expect(pitchesIn(text).slice(15)).toEqual([78, 73, 78, 73, 74, 76, 82, 75, 82, 75, 72]);
    expect(song.timeSignatures).toEqual([
      { tick: 0, numerator: 4, denominator: 4 },
      { tick: 3840, numerator: 3, denominator: 4 },
      { tick: 8160, numerator: 2, denominator: 4 },
    ]);
    expect(song.keySignatures).toEqual([
      { tick: 0, fifths: 0, mode: 'major' },
      { tick: 5280, fifths: 2, mode: 'major' },
      { tick: 8160, fifths: -2, mode: 'major' },
    ]);
    expect(tempos(text)).toEqual([
      [0, 100],
      [6720, 80],
      [9120, 150],
    ]);
  });

  it('give tempos of any beat', () => {
    const tempoOf = (field: string, unit = '1/8'): number =>
      tempos(tune('c|', 'C', `M:6/8\nL:${unit}\nQ:${field}\n`))[0][1];
    expect(tempoOf('3/8=80')).toBe(120);
    expect(tempoOf('1/4=92.5')).toBeCloseTo(92.5, 3);
    expect(tempoOf('"Allegro" 1/2 = 60 "steady"')).toBe(120);
    expect(tempoOf('1/4 1/8=40')).toBe(60);
    expect(tempoOf('120')).toBe(60);
    expect(tempoOf('C3=40')).toBe(60);
    expect(tempoOf('C=120', '1/4')).toBe(120);
    expect(tempos(tune('c|\nQ:1/4=60\nc|'))).toEqual([
      [0, 120],
      [240, 60],
    ]);
  });
});

describe('the order of a tune in ABC', () => {
  it('repeats with first and second endings, after a pickup', () => {
    const text = tune('A2|:B8|1c8:|2d8|]');
    expect(heard(text)).toEqual([
      [0, 480, 69],
      [480, 1920, 71],
      [2400, 1920, 72],
      [4320, 1920, 71],
      [6240, 1920, 74],
    ]);
    expect(songsIn(text)[0].timeSignatures).toEqual([
      { tick: 0, numerator: 1, denominator: 4 },
      { tick: 480, numerator: 4, denominator: 4 },
    ]);
    expect(pitchesIn(tune('|:A8|[1,3 B8:|[2 c8:|\n|:d8::e8:|'))).toEqual([
      69, 71, 69, 72, 69, 71, 74, 74, 76, 76,
    ]);
  });

  it('goes back to the last double bar where no repeat begins', () => {
    expect(pitchesIn(tune('A8|B8||c8|d8:|e8:|'))).toEqual([69, 71, 72, 74, 72, 74, 76, 76]);
    expect(pitchesIn(tune('|:A8||B8:|'))).toEqual([69, 71, 69, 71]);
  });

  it('follows the parts', () => {
    const parts = (order: string): number[] =>
      pitchesIn(tune('P:A\nA8|\nP:B\n|:B8:|\n[P:C]c8|', 'C', `P:${order}\n`));
    expect(parts('AABB')).toEqual([69, 69, 71, 71, 71, 71]);
    expect(parts('A2(CB)2')).toEqual([69, 69, 72, 71, 71, 72, 71, 71]);
    expect(parts('A.C.D')).toEqual([69, 72]);
    expect(pitchesIn(tune('P:A\nA8|\nP:B\nB8|'))).toEqual([69, 71]);
  });

  it('jumps da capo al fine, and dal segno with a coda', () => {
    expect(pitchesIn(tune('A8|B8!fine!|c8!D.C.alfine!|'))).toEqual([69, 71, 72, 69, 71]);
    expect(pitchesIn(tune('A8|!segno!B8"^To Coda"|c8"^D.S. al Coda"|!coda!d8|'))).toEqual([
      69, 71, 72, 71, 74,
    ]);
    expect(pitchesIn(tune('A8|!segno!B8!coda!|c8!D.S.!|!coda!d8|'))).toEqual([69, 71, 72, 71, 74]);
  });
});

describe('voices of ABC', () => {
  const tracks = (text: string): [string, number[]][] =>
    songsIn(text)[0].tracks.map(({ name, notes }) => [name, notes.map(({ pitch }) => pitch)]);

  it('are tracks with names, repeats and endings', () => {
    const text =
      'X:1\nT:Two\nM:6/8\nL:1/8\nQ:3/8=80\nK:C\nV:1 name="Upper hand"\nV:2 nm=Lower\n[V:1] |: c3 e3 |1 d6 :|2 c6 |]\n[V:2] |: C6 |1 G,6 :|2 C6 |]\n';
    expect(songsIn(text)[0].title).toBe('Two');
    expect(tempos(text)).toEqual([[0, 120]]);
    expect(tracks(text)).toEqual([
      ['Upper hand', [72, 76, 74, 72, 76, 72]],
      ['Lower', [60, 55, 60, 60]],
    ]);
  });

  it('keep their lines apart, also where one has fewer of them', () => {
    const text = tune('V:1\nc8|\nV:2\nC8|\nV:2\nD8|\nV:1\nd8|\nV:1\ne8|[V:2]E8|\nV:1\nf8|');
    expect(tracks(text)).toEqual([
      ['1', [72, 74, 76, 77]],
      ['2', [60, 62, 64]],
    ]);
    expect(songsIn(text)[0].tracks[1].notes.map(({ tick }) => tick)).toEqual([0, 1920, 3840]);
  });

  it('overlay a measure', () => {
    expect(heard(tune('A4B4&c8&"A&B"E8|a8|'))).toEqual([
      [0, 1920, 64],
      [0, 960, 69],
      [0, 1920, 72],
      [960, 960, 71],
      [1920, 1920, 81],
    ]);
  });

  it('have instruments and drums', () => {
    const text = tune(
      'V:1\n%%MIDI program 40\nc8|\nV:2\nc4^c4|',
      'C',
      'V:2 clef=perc\n%%MIDI drummap c 49\n%%MIDI drummap ^c 42\n',
    );
    const song: Song = songsIn(text)[0];
    expect(song.tracks.map(({ program, isDrum }) => [program, isDrum])).toEqual([
      [0, true],
      [40, false],
    ]);
    expect(song.tracks[0].notes.map(({ pitch }) => pitch)).toEqual([49, 42]);
  });
});

it('reads dynamics and accents of ABC', () => {
  const text = tune('!p!!<(!C D E F|!<)!!f!G !accent!G G LG|', 'C', 'L:1/4\n');
  const { notes } = songsIn(text)[0].tracks[0];
  expect(notes.map(({ velocity }) => velocity)).toEqual([49, 61, 73, 84, 96, 112, 96, 112]);
});

it('reads title and composer of ABC', () => {
  const [song] = songsIn("X:1\nT:Planxty, The\nT:Other\nC:Turlough O'Carolan\nK:C\nCDEF|\n");
  expect(song).toMatchObject({ title: 'The Planxty', composer: "Turlough O'Carolan" });
});

it('leaves out words, remarks and fields that it does not know', () => {
  const text = tune(
    'c[r:a & b (c]d|\nw: a bad cabbage\nW: abc\nr: a remark\nN: note\ns: !p!\n% abc\nef|% abc',
  );
  expect(pitchesIn(text)).toEqual([72, 74, 76, 77]);
  expect(readTunes(text)).toMatchObject({ repairs: [] });
});

describe('fields behind the key and before the voices', () => {
  const song = (body: string) => songsIn(`X:1\nT:x\nK:G\n${body}\n`)[0];
  const shapes = (body: string): number[][] =>
    song(body).tracks.map(({ notes }) => notes.map(({ duration }) => duration / song(body).ppq));

  it('hold for each voice, and are none themselves', () => {
    const two = 'M:3/4\nL:1/4\nV:1\nGAG|c3|\nV:2\nG,3|C3|';
    expect(shapes(two)).toEqual([
      [1, 1, 1, 3],
      [3, 3],
    ]);
    expect(song(two).timeSignatures).toMatchObject([{ numerator: 3, denominator: 4 }]);
    expect(song(two).keySignatures).toMatchObject([{ fifths: 1 }]);
  });

  it('hold for voices that the header names', () => {
    const body = 'X:1\nT:x\nM:4/4\nV:1\nV:2\nK:G\nL:1/4\nV:1\nGABc|\nV:2\nG,4|\n';
    const [{ tracks, ppq }] = songsIn(body);
    expect(tracks.map(({ notes }) => notes.map(({ duration }) => duration / ppq))).toEqual([
      [1, 1, 1, 1],
      [4],
    ]);
  });

  it('leave key and tempo where a part, a program or a tempo comes first', () => {
    for (const field of ['P:A', '%%MIDI program 73', 'Q:3/8=100']) {
      const read = song(`${field}\nV:1\nG8|\nV:2\nG,8|`);
      expect(read.keySignatures).toMatchObject([{ fifths: 1 }]);
      expect(read.tracks).toHaveLength(2);
      const [{ microsecondsPerQuarter }] = read.tempos;
      expect(microsecondsPerQuarter).toBe(field.startsWith('Q') ? 400_000 : 500_000);
    }
  });

  it('are no notes between curly quotes', () => {
    expect(pitchesIn(tune('“Am”C8|“G”D8|'))).toEqual([60, 62]);
  });
});
