import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../midi/read';
import { pitchedNotes, type Song } from '../../song';
import { librarySongs } from '../../testSongs';
import { makeScore } from '../makeScore';
import { mark, note, scoreOf } from '../testing/scoreXml';
import { writeMusicXml } from '../writeMusicXml';
import { readScore } from './readScore';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function songsOf(result: ReadResult): Song[] {
  if (!result.ok) throw new Error(result.reason);
  return result.songs;
}

const reasonOf = (text: string): string => {
  const result = readScore(bytesOf(text));
  return result.ok ? 'read' : result.reason;
};

function grace(name: string, slash: boolean): string {
  return `<note><grace${slash ? ' slash="yes"' : ''}/><pitch><step>${name[0]}</step><octave>${name.slice(1)}</octave></pitch><type>eighth</type></note>`;
}

const repeat = (direction: string, ending = ''): string =>
  `<barline location="${direction === 'forward' ? 'left' : 'right'}">${ending}<repeat direction="${direction}"/></barline>`;
const ending = (number: string, type: string): string =>
  `<ending number="${number}" type="${type}"/>`;
const words = (text: string): string =>
  `<direction><direction-type><words>${text}</words></direction-type></direction>`;
/** Notes as [tick, duration, pitch], 480 ticks a quarter note. */
function played(xml: string): number[][] {
  const [song] = songsOf(readScore(bytesOf(xml)));
  return pitchedNotes(song).map(({ tick, duration, pitch }) => [tick, duration, pitch]);
}

const pitches = (xml: string): number[] => played(xml).map(([, , pitch]) => pitch);

describe('MusicXML', () => {
  it('plays repeats with endings', () => {
    const xml = scoreOf([
      note('C5 4'),
      repeat('forward') + note('D5 4'),
      `<barline location="left">${ending('1', 'start')}</barline>${note('E5 4')}${repeat('backward', ending('1', 'stop'))}`,
      `<barline location="left">${ending('2', 'start')}</barline>${note('F5 4')}<barline location="right">${ending('2', 'discontinue')}</barline>`,
      note('G5 4'),
    ]);
    expect(pitches(xml)).toEqual([72, 74, 76, 74, 77, 79]);
  });

  it('plays three endings, the first one twice', () => {
    const xml = scoreOf([
      note('D5 4'),
      `<barline location="left">${ending('1, 2', 'start')}</barline>${note('E5 4')}${repeat('backward', ending('1, 2', 'stop'))}`,
      `<barline location="left">${ending('3', 'start')}</barline>${note('F5 4')}<barline location="right">${ending('3', 'stop')}</barline>`,
      note('G5 4') + repeat('backward'),
    ]);
    expect(pitches(xml)).toEqual([74, 76, 74, 76, 74, 77, 79, 79]);
  });

  it('plays da capo al fine, and dal segno with a coda', () => {
    const capo = scoreOf([
      note('C5 4') + repeat('backward'),
      note('D5 4') + words('Fine'),
      note('E5 4') + words('D.C. al Fine'),
    ]);
    expect(pitches(capo)).toEqual([72, 72, 74, 76, 72, 74]);
    const segno = scoreOf([
      note('C5 4'),
      mark('<segno/>') + note('D5 4') + words('To Coda'),
      note('E5 4') + words('D.S. al Coda'),
      mark('<coda/>') + note('F5 4'),
    ]);
    expect(pitches(segno)).toEqual([72, 74, 76, 74, 77]);
  });

  it('joins ties, also where a repeat divides them', () => {
    const xml = scoreOf([
      note('C5 4', '<tie type="start"/>'),
      `<barline location="left">${ending('1', 'start')}</barline>${note('C5 4', '<tie type="stop"/>')}${repeat('backward', ending('1', 'stop'))}`,
      `<barline location="left">${ending('2', 'start')}</barline>${note('E5 4')}`,
    ]);
    expect(played(xml)).toEqual([
      [0, 1920, 72],
      [1920, 960, 72],
      [2880, 960, 76],
    ]);
  });

  it('plays chords, voices and two staves, with backup and forward', () => {
    const chord = note('E5 4').replace('<pitch>', '<chord/><pitch>');
    const xml = scoreOf([
      `${note('C5 4', '<voice>1</voice><staff>1</staff>')}${chord}<backup><duration>4</duration></backup><forward><duration>2</duration></forward>${note('C3 2', '<voice>5</voice><staff>2</staff>')}`,
    ]);
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.tracks.map(({ name, notes }) => [name, notes.map(({ pitch }) => pitch)])).toEqual([
      ['Flute 1', [72, 76]],
      ['Flute 2', [48]],
    ]);
    expect(song.tracks[1].notes[0].tick).toBe(480);
  });

  it('plays grace notes: slashed ones before the beat, others on it', () => {
    const xml = scoreOf([
      note('C5 2') + grace('D5', true) + note('C5 2'),
      grace('D5', false) + note('C5 4'),
    ]);
    expect(played(xml)).toEqual([
      [0, 420, 72],
      [420, 60, 74],
      [480, 480, 72],
      [960, 240, 74],
      [1200, 720, 72],
    ]);
  });

  it('reads dynamics, velocities of notes, tempos and pedal, each at its place', () => {
    const xml = scoreOf([
      `${mark('<metronome><beat-unit>quarter</beat-unit><beat-unit-dot/><per-minute>40</per-minute></metronome>')}${note('C5 2')}${mark('<dynamics><p/></dynamics>')}${note('D5 2', '', ' dynamics="100"')}`,
      `${mark('<pedal type="start"/>')}${note('E5 2')}${mark('<dynamics><ff/></dynamics>', '<sound dynamics="120"/>')}${mark('<words>slower</words>', '<sound tempo="50"/>')}${note('F5 2')}${mark('<pedal type="change"/>')}${repeat('backward')}`,
    ]);
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.tracks[0].notes.map(({ velocity }) => velocity)).toEqual([
      80, 90, 49, 108, 80, 90, 49, 108,
    ]);
    expect(song.tempos).toEqual([
      { tick: 0, microsecondsPerQuarter: 1_000_000 },
      { tick: 1440, microsecondsPerQuarter: 1_200_000 },
      { tick: 1920, microsecondsPerQuarter: 1_000_000 },
      { tick: 3360, microsecondsPerQuarter: 1_200_000 },
    ]);
    expect(song.tracks[0].pedal.slice(0, 3)).toEqual([
      { tick: 960, down: true },
      { tick: 1920, down: false },
      { tick: 1920, down: true },
    ]);
  });

  it('keeps bar lines after an upbeat and over a change of meter', () => {
    const xml = scoreOf([
      note('C5 1'),
      note('D5 4'),
      `<attributes><time><beats>3</beats><beat-type>4</beat-type></time></attributes>${note('E5 6')}`,
    ]);
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.timeSignatures).toEqual([
      { tick: 0, numerator: 1, denominator: 8 },
      { tick: 240, numerator: 2, denominator: 4 },
      { tick: 1200, numerator: 3, denominator: 4 },
    ]);
  });

  it('reads programs, transposing instruments, keys and titles', () => {
    const xml = scoreOf(
      [
        `<attributes><key><fifths>-3</fifths><mode>minor</mode></key><transpose><chromatic>-2</chromatic></transpose></attributes>${note('C5 4')}`,
      ],
      '<part-name>Clarinet</part-name><midi-instrument id="I"><midi-program>72</midi-program></midi-instrument>',
    ).replace('<part-list>', '<work><work-title>A &amp; B</work-title></work><part-list>');
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.title).toBe('A & B');
    expect(song.keySignatures).toEqual([{ tick: 0, fifths: -3, mode: 'minor' }]);
    expect(song.tracks[0]).toMatchObject({ name: 'Clarinet', program: 71 });
    expect(song.tracks[0].notes[0].pitch).toBe(70);
  });

  it('reads what Etude writes: the same notes in the same bars', () => {
    for (const { song } of librarySongs().slice(1, 2)) {
      const score = makeScore(song);
      if (!score) throw new Error('The piece is too long.');
      const [read] = songsOf(readScore(bytesOf(writeMusicXml(score))));
      const written = score.parts.flatMap(({ notes }) => notes);
      const scale = read.ppq / 240;
      const key = (n: {
        tick: number;
        duration: number;
        pitch: number;
        velocity: number;
      }): string => `${n.tick} ${n.duration} ${n.pitch} ${n.velocity}`;
      const expected = written.map((n) =>
        key({ ...n, tick: n.tick * scale, duration: n.duration * scale }),
      );
      expect(pitchedNotes(read).map(key).sort()).toEqual(expected.sort());
    }
  });
});

describe('ABC', () => {
  const HEAD = 'X:1\nT:Tune\nM:4/4\nL:1/4\nQ:1/4=100\n';
  const abc = (text: string): Song => songsOf(readScore(bytesOf(text)))[0];
  const heard = (text: string): number[] => pitchedNotes(abc(text)).map(({ pitch }) => pitch);

  it('sounds the key, and accidentals to the end of the measure and over ties', () => {
    expect(heard(`${HEAD}K:D\nF =F F c | F _B b- | b F C, c' |\n`)).toEqual([
      66, 65, 65, 73, 66, 70, 82, 66, 49, 85,
    ]);
    expect(heard(`${HEAD}K:Gm\nB e A B |\n`)).toEqual([70, 75, 69, 70]);
    expect(heard(`${HEAD}K:HP\nf c g a |\n`)).toEqual([78, 73, 79, 81]);
  });

  it('plays repeats, tempo, title, tuplets and voices', () => {
    const tune = abc(
      'X:1\nT:Two\nM:6/8\nL:1/8\nQ:3/8=80\nK:C\nV:1 name="Upper"\nV:2 name="Lower"\n[V:1] |: c3 e3 |1 d6 :|2 c6 |]\n[V:2] |: C6 |1 G,6 :|2 C6 |]\n',
    );
    expect(tune.title).toBe('Two');
    expect(tune.tempos[0].microsecondsPerQuarter).toBe(500_000);
    expect(tune.tracks.map(({ name, notes }) => [name, notes.map(({ pitch }) => pitch)])).toEqual([
      ['Upper', [72, 76, 74, 72, 76, 72]],
      ['Lower', [60, 55, 60, 60]],
    ]);
  });

  it('gives every tune of a book, and says how many are silent', () => {
    const result = readScore(
      bytesOf(`% A book\n${HEAD}K:C\nCDEF|\n\nX:2\nT:Silence\nK:C\nz4|\n\nX:3\nT:Last\nK:C\nc4|\n`),
    );
    expect(songsOf(result).map(({ title }) => title)).toEqual(['Tune', 'Last']);
    expect(result.ok && result.repairs).toEqual(['1 tune without notes was left out.']);
  });
});

describe('broken and hostile scores', () => {
  it('says in one sentence what is wrong', () => {
    const good = scoreOf([note('C5 4')]);
    expect(reasonOf(good)).toBe('read');
    expect(reasonOf(good.replace('<divisions>2</divisions>', ''))).toMatch(/divisions/);
    expect(reasonOf(good.replace('<divisions>2<', '<divisions>0<'))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([note('C5 99999999')]))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([note('C5 -4')]))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([]))).toMatch(/no notes/);
    expect(reasonOf('<score-timewise><part-list/></score-timewise>')).toMatch(/score-timewise/);
    expect(reasonOf('<score-partwise/>')).toMatch(/no notes/);
    expect(reasonOf('<score-partwise>')).toMatch(/no notes/);
  });

  it('opens no entities, and no endless nesting', () => {
    const good = scoreOf([note('C5 4')]);
    const bomb = good.replace(
      '<score-partwise',
      '<!DOCTYPE score-partwise [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><score-partwise',
    );
    expect(reasonOf(bomb)).toMatch(/entities/);
    expect(reasonOf(`<score-partwise>${'<a>'.repeat(200_000)}`)).toMatch(/deeper/);
  });

  it('reads a file that breaks off up to there, and says so', () => {
    const whole = scoreOf([note('C5 4'), note('D5 4')]);
    const result = readScore(bytesOf(whole.slice(0, whole.indexOf('</part>') - 12)));
    expect(result.ok && result.repairs).toEqual([
      'The score breaks off; everything up to there was read.',
    ]);
  });

  it('does not play repeats for ever', () => {
    const endless = scoreOf(
      Array.from(
        { length: 500 },
        () => note('C5 4') + repeat('backward').replace('/>', ' times="64"/>'),
      ),
    );
    expect(reasonOf(endless)).toMatch(/longer than/);
  });

  it('survives every cut and every flipped byte', () => {
    const xml = readFileSync(new URL('../testing/small.musicxml', import.meta.url));
    for (let end = 0; end < xml.length; end += 37) readScore(xml.subarray(0, end));
    for (let at = 0; at < xml.length; at += 23) {
      const changed = Uint8Array.from(xml);
      changed[at] ^= 1 << (at % 8);
      const result = readScore(changed);
      if (!result.ok) expect(result.reason).toMatch(/\.$/);
      else
        for (const { tracks } of result.songs) {
          for (const { notes } of tracks) {
            for (const { tick, duration, pitch, velocity } of notes) {
              expect(Number.isInteger(tick) && tick >= 0).toBe(true);
              expect(Number.isInteger(duration) && duration >= 1).toBe(true);
              expect(Number.isInteger(pitch) && pitch >= 0 && pitch <= 127).toBe(true);
              expect(Number.isInteger(velocity) && velocity >= 1 && velocity <= 127).toBe(true);
            }
          }
        }
    }
  });
});
