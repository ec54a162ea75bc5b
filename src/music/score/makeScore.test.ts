import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNotes, type KeySignature, type Note, type Song } from '../song';
import { librarySongs } from '../testSongs';
import { MOST_BARS, makeScore } from './makeScore';
import type { Score, ScoreEvent } from './score';
import { readBack } from './testing/readBack';
import { songOf } from './testing/songOf';
import { writeMusicXml } from './writeMusicXml';

function scoreOf(song: Song): Score {
  const score = makeScore(song);
  if (!score) throw new Error('The song is too long for a score.');
  return score;
}

/** An event in words: "q. C4+E4 tied". */
function inWords({ value, notes, tiedTo }: ScoreEvent): string {
  const tuplet = value?.tuplet ? `${value.tuplet.actual}:${value.tuplet.normal} ` : '';
  const length = value ? `${value.type}${'.'.repeat(value.dots)}` : 'bar';
  const pitches = notes.map(({ step, alter, octave }) => {
    const sign = alter < 0 ? 'b'.repeat(-alter) : '#'.repeat(alter);
    return `${step}${sign}${octave}`;
  });
  return `${tuplet}${length} ${pitches.join('+') || 'rest'}${tiedTo ? ' tied' : ''}`;
}

/** The voices of one staff, bar by bar. */
function staffInWords(song: Song, staff: 0 | 1 = 0): string[][][] {
  return scoreOf(song).parts[0].staves[staff].map(({ voices }) =>
    voices.map(({ events }) => events.map(inWords)),
  );
}

/** What must hold for each score: full bars, whole ties, the same notes. */
function expectSound(score: Score): void {
  const parts = readBack(writeMusicXml(score));
  parts.forEach(({ notes, measures }, i) => {
    expect(notes.sort(compareNotes)).toEqual(score.parts[i]?.notes ?? []);
    measures.forEach(({ voices, values }, bar) => {
      for (const ticks of voices.values()) expect(ticks).toBe(score.bars[bar].ticks);
      for (const ticks of values.values()) expect(ticks).toBeCloseTo(score.bars[bar].ticks, 6);
    });
  });
}

describe('note values', () => {
  it('ties a note over the bar line and divides it at the middle of the bar', () => {
    expect(staffInWords(songOf([[36, 84, 72]]))).toEqual([
      [['quarter rest', 'eighth rest', 'eighth C5 tied', 'half C5 tied']],
      [['quarter C5', 'quarter rest', 'half rest']],
    ]);
  });

  it('writes syncopations within a half bar as one note, but not over its middle', () => {
    const song = songOf([
      [0, 12, 72],
      [12, 24, 74],
      [36, 24, 76],
      [60, 36, 77],
    ]);
    expect(staffInWords(song)).toEqual([
      [['eighth C5', 'quarter D5', 'eighth E5 tied', 'eighth E5', 'quarter. F5']],
    ]);
  });

  it('writes triplets, also as three quarters in the time of two', () => {
    const song = songOf([
      [0, 8, 72],
      [8, 8, 74],
      [16, 8, 76],
      [24, 24, 77],
      [48, 16, 79],
      [64, 16, 77],
      [80, 16, 76],
    ]);
    expect(staffInWords(song)).toEqual([
      [
        [
          '3:2 eighth C5',
          '3:2 eighth D5',
          '3:2 eighth E5',
          'quarter F5',
          '3:2 quarter G5',
          '3:2 quarter F5',
          '3:2 quarter E5',
        ],
      ],
    ]);
    const tuplets = scoreOf(song).parts[0].staves[0][0].voices[0].events.map(({ value }) =>
      value?.tuplet ? Number(value.tuplet.starts) - Number(value.tuplet.stops) : 0,
    );
    expect(tuplets).toEqual([1, 0, -1, 0, 1, 0, -1]);
  });

  it('counts 6/8 in dotted quarters', () => {
    const song = songOf(
      [
        [0, 36, 72],
        [36, 24, 74],
        [60, 12, 76],
        [72, 72, 77],
      ],
      [6, 8],
    );
    expect(staffInWords(song)).toEqual([
      [['quarter. C5', 'quarter D5', 'eighth E5']],
      [['half. F5']],
    ]);
  });

  it('writes played lengths as the readable ones they stand for', () => {
    const song = songOf([
      [0, 10, 72],
      [12, 11, 74],
      [24, 22, 76],
      [49, 45, 77],
    ]);
    expect(staffInWords(song)).toEqual([[['eighth C5', 'eighth D5', 'quarter E5', 'half F5']]]);
  });
});

describe('voices and hands', () => {
  it('needs one voice for chords and two where notes overlap', () => {
    const song = songOf([
      [0, 24, 72],
      [0, 24, 76],
      [24, 72, 79],
      [24, 24, 72],
      [48, 48, 74],
    ]);
    expect(staffInWords(song)).toEqual([
      [
        ['quarter C5+E5', 'quarter G5 tied', 'half G5'],
        ['quarter rest', 'quarter C5', 'half D5'],
      ],
    ]);
  });

  it('never uses more than two voices a staff', () => {
    const song = songOf([72, 74, 76, 77, 79, 81].map((pitch, i) => [i * 12, 96, pitch]));
    const score = scoreOf(song);
    expect(score.parts[0].notes).toHaveLength(6);
    expectSound(score);
  });

  it('leaves a line in the hand that plays it, on both sides of middle C', () => {
    const line = [72, 71, 69, 67, 65, 64, 62, 60, 59, 57, 55, 53, 55, 57, 59, 60];
    const bass = [0, 4, 8, 12].map((at): [number, number, number] => [at * 12, 48, 36]);
    const song = songOf([
      ...line.map((pitch, i): [number, number, number] => [i * 12, 12, pitch]),
      ...bass,
    ]);
    const [right, left] = scoreOf(song).parts[0].staves.map((bars) =>
      bars.flatMap(({ voices }) =>
        voices.flatMap(({ events }) => events.flatMap(({ notes }) => notes.map((n) => n.pitch))),
      ),
    );
    expect(right).toEqual(line);
    expect(left).toEqual([36, 36, 36, 36]);
  });

  it('keeps the hands that a file has, and gives other instruments one staff', () => {
    const song = songOf([[0, 24, 40]]);
    const [piano] = song.tracks;
    const high = { ...piano, notes: [{ tick: 0, duration: 24, pitch: 90, velocity: 60 }] };
    const low = { ...piano, notes: [{ tick: 0, duration: 24, pitch: 86, velocity: 60 }] };
    const hands = scoreOf({ ...song, tracks: [high, low] });
    expect(hands.parts.map(({ staves }) => staves.length)).toEqual([2]);
    expect(hands.parts[0].staves[1][0].voices[0].events[0].notes[0].pitch).toBe(86);
    expect(hands.parts[0].staves[1][0].clef).toBe('treble');
    const cello = { ...piano, name: 'Cello', program: 42 };
    const duo = scoreOf({ ...song, tracks: [high, cello] });
    expect(duo.parts.map(({ name, staves }) => [name, staves.length])).toEqual([
      ['Piano', 2],
      ['Cello', 1],
    ]);
    expect(duo.parts[1].staves[0][0].clef).toBe('bass');
  });
});

describe('keys and spelling', () => {
  const scale = (pitches: number[], key?: KeySignature): string[] =>
    staffInWords(
      songOf(
        pitches.map((pitch, i) => [i * 24, 24, pitch]),
        [4, 4],
        key ? [key] : [],
      ),
    )
      .flat(2)
      .map((event) => event.split(' ')[1]);

  it('spells by the key, and chromatic steps by where they lead', () => {
    const aMinor: KeySignature = { tick: 0, fifths: 0, mode: 'minor' };
    expect(scale([76, 77, 80, 81], aMinor)).toEqual(['E5', 'F5', 'G#5', 'A5']);
    const eFlat: KeySignature = { tick: 0, fifths: -3, mode: 'major' };
    expect(scale([75, 77, 79, 80], eFlat)).toEqual(['Eb5', 'F5', 'G5', 'Ab5']);
    const cMajor: KeySignature = { tick: 0, fifths: 0, mode: 'major' };
    expect(scale([72, 73, 74, 76], cMajor)).toEqual(['C5', 'C#5', 'D5', 'E5']);
    expect(scale([74, 73, 72, 79], cMajor)).toEqual(['D5', 'Db5', 'C5', 'G5']);
  });

  it('estimates the key where the file has none', () => {
    const song = songOf(
      [75, 79, 82, 80, 77, 74, 75, 75].map((pitch, i) => [i * 24, 24, pitch]),
      [4, 4],
      [],
    );
    expect(scoreOf(song).bars[0].key).toEqual({ fifths: -3, mode: 'major' });
  });

  it('writes a sign once a bar, again after the bar line, and a natural where it ends', () => {
    const song = songOf([
      [0, 24, 78],
      [24, 24, 78],
      [48, 24, 77],
      [72, 24, 79],
      [96, 24, 78],
    ]);
    const signs = [...writeMusicXml(scoreOf(song)).matchAll(/<accidental>([^<]*)/g)];
    expect(signs.map(([, sign]) => sign)).toEqual(['sharp', 'natural', 'sharp']);
  });
});

describe('whole scores', () => {
  it('cuts a bar where the next meter begins', () => {
    const song = songOf([[0, 240, 72]]);
    const timeSignatures = [
      { tick: 0, numerator: 1, denominator: 4 },
      { tick: 24, numerator: 3, denominator: 4 },
      { tick: 24 + 72 + 36, numerator: 2, denominator: 2 },
    ];
    const score = scoreOf({ ...song, timeSignatures });
    expect(score.bars.map(({ ticks }) => ticks)).toEqual([240, 720, 360, 960, 960]);
    expectSound(score);
  });

  it('writes tempo, title, composer, key, meter and pedal', () => {
    const song = songOf([[0, 96, 72]]);
    const [track] = song.tracks;
    const pedal = [
      { tick: 0, down: true },
      { tick: 48, down: false },
    ];
    const xml = writeMusicXml(
      scoreOf({ ...song, title: 'A & <B>', tracks: [{ ...track, pedal }] }),
      'Someone',
    );
    expect(xml).toContain('<work-title>A &amp; &lt;B&gt;</work-title>');
    expect(xml).toContain('<creator type="composer">Someone</creator>');
    expect(xml).toContain('<sound tempo="120"/>');
    expect(xml).toContain('<fifths>0</fifths><mode>major</mode>');
    expect(xml).toContain('<beats>4</beats><beat-type>4</beat-type>');
    expect(xml).toContain('<pedal type="start" line="no" sign="yes"/>');
    expect(xml).toContain('<offset sound="yes">480</offset>');
  });

  it('is one empty bar without notes, and none at all where nobody would read it', () => {
    const xml = writeMusicXml(scoreOf(songOf([])));
    expect(xml.match(/<measure /g)).toHaveLength(1);
    expect(xml).toContain('<rest measure="yes"/>');
    expect(makeScore(songOf([[MOST_BARS * 96, 24, 60]]))).toBeUndefined();
    expect(makeScore(songOf([[MOST_BARS * 96 - 48, 24, 60]]))?.bars).toHaveLength(MOST_BARS);
  });

  it.each(librarySongs())('$name: full bars and the same notes', ({ song }) => {
    const score = scoreOf(song);
    expectSound(score);
    const played = song.tracks.flatMap(({ notes }) => notes);
    const written = new Set(
      score.parts.flatMap(({ notes }) => notes).map(({ tick, pitch }) => `${tick} ${pitch}`),
    );
    const kept = played.filter(({ tick, pitch }) => {
      return written.has(`${Math.round((tick * 240) / song.ppq)} ${pitch}`);
    });
    expect(kept.length / played.length).toBeGreaterThan(0.98);
  });

  it('holds for any notes in any meter', () => {
    const note = fc.record<Note>({
      tick: fc.nat(400),
      duration: fc.integer({ min: 1, max: 200 }),
      pitch: fc.integer({ min: 21, max: 108 }),
      velocity: fc.integer({ min: 1, max: 127 }),
    });
    const meter = fc.tuple(
      fc.integer({ min: 1, max: 13 }),
      fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128),
    );
    const cut = fc.nat(300);
    const ppq = fc.constantFrom(24, 96, 100, 480, 1000);
    fc.assert(
      fc.property(fc.array(note), meter, meter, cut, ppq, (notes, first, second, at, own) => {
        const song = songOf([], first);
        const [track] = song.tracks;
        const score = scoreOf({
          ...song,
          ppq: own,
          timeSignatures: [
            ...song.timeSignatures,
            { tick: at + 1, numerator: second[0], denominator: second[1] },
          ],
          tracks: [{ ...track, notes: notes.sort(compareNotes) }],
        });
        expectSound(score);
      }),
      { numRuns: 150 },
    );
  });
});
