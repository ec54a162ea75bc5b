import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../midi/read';
import { pitchedNotes, type Song } from '../../song';
import { librarySongs } from '../../testSongs';
import { makeScore } from '../makeScore';
import { mark, note, scoreOf } from '../testing/scoreXml';
import { songOf } from '../testing/songOf';
import { writeMusicXml } from '../writeMusicXml';
import { readScore } from './readScore';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function songsOf(result: ReadResult): Song[] {
  if (!result.ok) throw new Error(result.reason);
  return result.songs;
}

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

  it('leaves out a first ending the second time, also where no second one is marked', () => {
    const xml = scoreOf([
      note('D5 4'),
      `<barline location="left">${ending('1', 'start')}</barline>${note('E5 4')}${repeat('backward', ending('1', 'stop'))}`,
      note('F5 4'),
    ]);
    expect(pitches(xml)).toEqual([74, 76, 74, 77]);
  });

  it('goes on to the third time after a second ending', () => {
    const xml = scoreOf([
      note('D5 4'),
      `<barline location="left">${ending('1, 3', 'start')}</barline>${note('E5 4')}${repeat('backward', ending('1, 3', 'stop'))}`,
      `<barline location="left">${ending('2', 'start')}</barline>${note('F5 4')}${repeat('backward', ending('2', 'stop'))}`,
    ]);
    expect(pitches(xml)).toEqual([74, 76, 74, 77, 74, 76]);
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
    expect(song.keySignatures).toEqual([{ tick: 0, fifths: -5, mode: 'minor' }]);
    expect(song.tracks[0]).toMatchObject({ name: 'Clarinet', program: 71 });
    expect(song.tracks[0].notes[0].pitch).toBe(70);
  });

  it('moves the keys of transposing instruments to where they sound', () => {
    const keyOf = (written: number, chromatic: number): number | undefined => {
      const xml = scoreOf([
        `<attributes><key><fifths>${written}</fifths></key><transpose><chromatic>${chromatic}</chromatic></transpose></attributes>${note('C5 4')}`,
      ]);
      return songsOf(readScore(bytesOf(xml)))[0].keySignatures[0]?.fifths;
    };
    // D major for a clarinet in B flat sounds C major, C major for one in A sounds A major.
    expect([keyOf(2, -2), keyOf(0, -3), keyOf(0, -7), keyOf(3, -9), keyOf(4, -12)]).toEqual([
      0, 3, -1, 0, 4,
    ]);
    // A flat for a horn in E (-8): E major, one step of names away; D flat in B flat: C flat.
    expect([keyOf(-4, -8), keyOf(-5, -2), keyOf(-6, -2), keyOf(6, -3)]).toEqual([0, -7, 4, -3]);
  });

  it('keeps the key through a change of instrument', () => {
    const xml = scoreOf([
      `<attributes><key><fifths>1</fifths></key></attributes>${note('C5 4')}`,
      `<attributes><transpose><chromatic>-2</chromatic></transpose></attributes>${note('C5 4')}`,
    ]);
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.keySignatures.map(({ tick, fifths }) => [tick, fifths])).toEqual([
      [0, 1],
      [960, -1],
    ]);
  });

  it('places tempos within the measure, in directions and on their own', () => {
    const direction =
      '<direction><direction-type><other-direction print-object="no"/></direction-type><offset sound="yes">1</offset><sound tempo="60"/></direction>';
    const sound = '<sound tempo="75"><offset>3</offset></sound>';
    const xml = scoreOf([`<sound tempo="100"/>${direction}${sound}${note('C5 4')}`]);
    const [song] = songsOf(readScore(bytesOf(xml)));
    expect(song.tempos).toEqual([
      { tick: 0, microsecondsPerQuarter: 600_000 },
      { tick: 240, microsecondsPerQuarter: 1_000_000 },
      { tick: 720, microsecondsPerQuarter: 800_000 },
    ]);
  });

  it('reads the tempos that Etude writes, to the microsecond', () => {
    const song = songOf(
      [
        [0, 96, 72],
        [96, 96, 74],
      ],
      [4, 4],
    );
    const tempos = [
      { tick: 0, microsecondsPerQuarter: 500_000 },
      { tick: 6, microsecondsPerQuarter: 517_331 },
      { tick: 30, microsecondsPerQuarter: 3_000_017 },
      { tick: 95, microsecondsPerQuarter: 48_001 },
      { tick: 96, microsecondsPerQuarter: 700_000 },
      { tick: 191, microsecondsPerQuarter: 1_234_567 },
    ];
    const score = makeScore({ ...song, tempos });
    if (!score) throw new Error('The piece is too long.');
    const [read] = songsOf(readScore(bytesOf(writeMusicXml(score))));
    const scale = read.ppq / song.ppq;
    expect(read.tempos).toEqual(tempos.map((each) => ({ ...each, tick: each.tick * scale })));
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
