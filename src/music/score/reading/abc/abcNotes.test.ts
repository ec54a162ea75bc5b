import { describe, expect, it } from 'vitest';
import { heard, lengthsIn, pitchesIn, tune } from '../../testing/abcSongs';

describe('pitches of ABC', () => {
  it('follow the key, and accidentals to the end of the measure and over ties', () => {
    expect(pitchesIn(tune("F =F F c | F _B b- | b F C, c' |", 'D'))).toEqual([
      66, 65, 65, 73, 66, 70, 82, 66, 49, 85,
    ]);
    expect(pitchesIn(tune('B e A B |', 'Gm'))).toEqual([70, 75, 69, 70]);
    expect(pitchesIn(tune('f c g a |', 'HP'))).toEqual([78, 73, 79, 81]);
    expect(pitchesIn(tune('^f4- | f4 f4 |', 'C'))).toEqual([78, 77]);
  });

  it('follow the signs that a key names', () => {
    expect(pitchesIn(tune('f b c |', 'D exp _b'))).toEqual([77, 82, 72]);
    expect(pitchesIn(tune('f b e |', 'D Phr ^f'))).toEqual([78, 82, 75]);
    expect(pitchesIn(tune('[K:C exp ^g] g f |'))).toEqual([80, 77]);
  });

  it('follow clefs, octaves and transposition', () => {
    expect(pitchesIn(tune('C |', 'C clef=treble-8'))).toEqual([48]);
    expect(pitchesIn(tune('C |', 'C octave=-1'))).toEqual([48]);
    expect(pitchesIn(tune('C |', 'C transpose=-2'))).toEqual([58]);
    expect(pitchesIn(tune('[V:1] C |', 'C', 'V:1 clef=treble-8 octave=1\n'))).toEqual([60]);
  });
});

describe('lengths of ABC', () => {
  it('are as written', () => {
    expect(lengthsIn(tune('a a2 a/ a// a3/2 a/4 |'))).toEqual([240, 480, 120, 60, 360, 60]);
    // Without L: a sixteenth below 3/4, else an eighth.
    expect(lengthsIn('X:1\nM:2/4\nK:C\na|\n')).toEqual([120]);
    expect(lengthsIn('X:1\nM:3/4\nK:C\na|\n')).toEqual([240]);
    expect(lengthsIn('X:1\nK:C\na|\n')).toEqual([240]);
  });

  it('keep broken rhythm over rests, grace notes, chords and bar lines', () => {
    expect(lengthsIn(tune('a>b c<d a>>b a<<b |'))).toEqual([360, 120, 120, 360, 420, 60, 60, 420]);
    expect(heard(tune('z>a a>z b |'))).toEqual([
      [360, 120, 81],
      [480, 360, 81],
      [960, 240, 83],
    ]);
    expect(lengthsIn(tune('[CE]>[DF] [CE]2>[DF]2 |'))).toEqual([
      360, 360, 120, 120, 720, 720, 240, 240,
    ]);
    expect(lengthsIn(tune('a>|b a > b a>"Am"b |'))).toEqual([360, 120, 360, 120, 360, 120]);
    // The grace note takes 60 ticks, half of what it decorates.
    expect(heard(tune('a>{g}b c |'))).toEqual([
      [0, 360, 81],
      [360, 60, 79],
      [420, 60, 83],
      [480, 240, 72],
    ]);
  });

  it('divide tuplets', () => {
    expect(lengthsIn(tune('(3abc (3:2:2a2b (3::2a2b |'))).toEqual([
      160, 160, 160, 320, 160, 320, 160,
    ]);
    expect(lengthsIn(tune('(2ab (4abcd (6abcdef (8abcdefga |'))).toEqual([
      ...[360, 360, 180, 180, 180, 180],
      ...new Array<number>(6).fill(80),
      ...new Array<number>(8).fill(90),
    ]);
    expect(lengthsIn(tune('(5abcde (5:4:5abcde |'))).toEqual([
      ...new Array<number>(5).fill(96),
      ...new Array<number>(5).fill(192),
    ]);
  });

  it('divide five, seven and nine by three in compound meters', () => {
    const compound = (body: string): number[] => lengthsIn(tune(body, 'C', 'M:6/8\n'), 10_080);
    expect(compound('(5abcde |')).toEqual(new Array(5).fill(3024));
    expect(compound('"C(5"(7abcdefg |')).toEqual(new Array(7).fill(2160));
    expect(compound('(9abcdefgab |')).toEqual(new Array(9).fill(1680));
    expect(compound('(5:2:5abcde |')).toEqual(new Array(5).fill(2016));
    expect(lengthsIn(tune('(7abcdefg |'), 3360)).toEqual(new Array(7).fill(480));
  });

  it('count chords, rests and broken rhythm in tuplets, and end with them', () => {
    expect(heard(tune('(3[ac]z[bd] a |'))).toEqual([
      [0, 160, 72],
      [0, 160, 81],
      [320, 160, 74],
      [320, 160, 83],
      [480, 240, 81],
    ]);
    expect(lengthsIn(tune('(3a>bc a (3a{g}bc |'))).toEqual([240, 80, 160, 240, 160, 80, 80, 160]);
  });

  it('fill measures with rests, also after a change of meter', () => {
    const onsets = (body: string): number[] => heard(tune(body)).map(([tick]) => tick);
    expect(onsets('Z|a|')).toEqual([1920]);
    expect(onsets('Z3|a8|X2|a8|')).toEqual([5760, 11_520]);
    expect(onsets('M:3/4\nZ2|a6|[M:2/4]Z|a4|')).toEqual([2880, 5280]);
    expect(onsets('M:3/4\nz8|a6|\nM:4/4\nz8|a8|')).toEqual([1440, 4800]);
    expect(onsets('x4 y z/ a|')).toEqual([1080]);
  });
});

describe('ties in ABC', () => {
  it('join three notes and more, in a measure and over bar lines', () => {
    expect(heard(tune('a2-a2-a2 | b4-|b8-|b2 |'))).toEqual([
      [0, 1440, 81],
      [1440, 3360, 83],
    ]);
  });

  it('join chords, whole and in part', () => {
    expect(heard(tune('[CEG]2-[CEG]2-|[CEG]2 |'))).toEqual([
      [0, 1440, 60],
      [0, 1440, 64],
      [0, 1440, 67],
    ]);
    expect(heard(tune('[C-EG]2 [CE]2 |'))).toEqual([
      [0, 960, 60],
      [0, 480, 64],
      [0, 480, 67],
      [480, 480, 64],
    ]);
  });

  it('lead into both endings, and are no slurs', () => {
    expect(heard(tune('|: a8- |1 a4 b4 :|2 a2 c2 |'))).toEqual([
      [0, 2880, 81],
      [2880, 960, 83],
      [3840, 2400, 81],
      [6240, 480, 72],
    ]);
    expect(heard(tune('(a2 a2) |'))).toHaveLength(2);
  });
});

describe('grace notes in ABC', () => {
  it('are played before the beat with a slash, else on it', () => {
    expect(heard(tune('a2 {/g}a2 | {g}b4 {ga}b4 |'))).toEqual([
      [0, 420, 81],
      [420, 60, 79],
      [480, 480, 81],
      [960, 240, 79],
      [1200, 600, 83],
      [1800, 60, 79],
      [1860, 60, 81],
      [1920, 960, 83],
    ]);
  });

  it('end a measure', () => {
    expect(heard(tune('a4 {g} | b4 |'))).toEqual([
      [0, 960, 81],
      [900, 60, 79],
      [960, 960, 83],
    ]);
  });
});
