import { describe, expect, it } from 'vitest';
import type { Note, Song } from '../song';
import { readMidi } from './read';
import { hopelessFiles, hostileFiles } from './testing/hostile';
import { hostileTexts } from './testing/hostileTexts';
import {
  END_MARK,
  file,
  goodFile,
  header,
  join,
  meta,
  note,
  noteOn,
  track,
} from './testing/midiBytes';
import { expectSound } from './testing/soundness';

function readSongs(bytes: Uint8Array): Song[] {
  const result = readMidi(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.songs;
}

function notesOf(songs: readonly Song[]): Note[] {
  return songs.flatMap((song) => song.tracks.flatMap((track) => track.notes));
}

describe('files that break the rules', () => {
  it.each(hostileFiles)('reads $what', ({ bytes, notes, says }) => {
    const result = readMidi(bytes);
    expectSound(result);
    if (!result.ok) throw new Error(result.reason);
    const expected = notes.map(([tick, duration, pitch, velocity]) => {
      return { tick, duration, pitch, velocity };
    });
    expect(notesOf(result.songs)).toEqual(expected);
    if (says === null) expect(result.repairs).toEqual([]);
    else expect(result.repairs.join(' ')).toMatch(says);
  });

  it.each(hopelessFiles)('gives one sentence for $what', ({ bytes, reason }) => {
    expect(readMidi(bytes)).toEqual({ ok: false, reason });
  });

  it.each(hostileTexts)('decodes $what', ({ bytes, title }) => {
    expect(readSongs(bytes)[0].title).toBe(title);
  });
});

describe('the song of a file', () => {
  it('gives songs of format 2 their own tempo', () => {
    const slow = track(meta(0, 0x51, [0x0f, 0x42, 0x40]), note(60), END_MARK);
    const songs = readSongs(join(header(2, 2), slow, track(note(64), END_MARK)));
    const tempos = songs.map((song) => song.tempos[0].microsecondsPerQuarter);
    expect(tempos).toEqual([1_000_000, 500_000]);
  });

  it('takes tempo, time and key from all tracks, and the last of several at one tick', () => {
    const [song] = readSongs(
      file(
        track(meta(0, 0x51, [1, 0, 0]), meta(480, 0x58, [3, 3, 24, 8]), END_MARK),
        track(meta(0, 0x51, [2, 0, 0]), meta(0, 0x59, [0xfd, 1]), note(60), END_MARK),
      ),
    );
    expect(song.tempos).toEqual([{ tick: 0, microsecondsPerQuarter: 0x020000 }]);
    expect(song.timeSignatures).toEqual([
      { tick: 0, numerator: 4, denominator: 4 },
      { tick: 480, numerator: 3, denominator: 8 },
    ]);
    expect(song.keySignatures).toEqual([{ tick: 0, fifths: -3, mode: 'minor' }]);
  });

  it('keeps the duration of SMPTE ticks', () => {
    // 25 frames of 40 ticks: a millisecond each.
    const [milliseconds] = readSongs(join(header(0, 1, 0xe728), track(note(60), END_MARK)));
    expect(milliseconds).toMatchObject({
      ppq: 500,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    });
    // 29.97 frames of 80 ticks; a tempo mark says nothing in SMPTE time.
    const body = track(meta(0, 0x51, [1, 0, 0]), note(60), END_MARK);
    const [dropFrame] = readSongs(join(header(0, 1, 0xe350), body));
    const [{ microsecondsPerQuarter }] = dropFrame.tempos;
    const tick = microsecondsPerQuarter / dropFrame.ppq / 1e6;
    expect(1 / tick).toBeCloseTo(80 * 29.97003, 2);
    expect(dropFrame.tempos).toHaveLength(1);
  });

  it('leaves out film frames that no film has', () => {
    // 127 frames of 224 ticks: 480 ticks to a quarter note, with one bit changed.
    const bytes = join(header(0, 1, 0x81e0), track(meta(0, 0x51, [1, 0, 0]), note(60), END_MARK));
    const result = readMidi(bytes);
    if (!result.ok) throw new Error(result.reason);
    expect(result.songs[0]).toMatchObject({
      ppq: 480,
      tempos: [{ tick: 0, microsecondsPerQuarter: 0x010000 }],
    });
    expect(result.repairs.join(' ')).toMatch(/does not say how long its beats are/);
  });

  it('splits a track by channel and leaves out tracks without notes', () => {
    const [song] = readSongs(
      file(
        track(meta(0, 0x03, 'Song'), END_MARK),
        track([0, 0xc2, 7], note(60, 80, 2), note(36, 80, 9), END_MARK),
      ),
    );
    expect(song.title).toBe('Song');
    expect(song.tracks.map(({ channel, program, isDrum }) => [channel, program, isDrum])).toEqual([
      [2, 7, false],
      [9, 0, true],
    ]);
  });

  it('gives the program in force at the first note, from any track', () => {
    const setUp = track([0, 0xc0, 5], [0, 0xc1, 6], END_MARK);
    const changing = track([0, 0xc0, 10], [0, 0xc0, 11], note(60), [0, 0xc0, 12], END_MARK);
    const silentOnIt = track(note(60, 80, 1), END_MARK);
    const [song] = readSongs(file(setUp, changing, silentOnIt));
    expect(song.tracks.map((part) => part.program)).toEqual([11, 6]);
  });

  it('gives the pedal of a channel to all its parts, from any track', () => {
    const pedal = track([0, 0xb0, 64, 127], [96, 0xb0, 64, 100], [96, 0xb0, 64, 0], END_MARK);
    const [song] = readSongs(file(track(note(60), END_MARK), track(note(48), END_MARK), pedal));
    const expected = [
      { tick: 0, down: true },
      { tick: 192, down: false },
    ];
    expect(song.tracks.map((part) => part.pedal)).toEqual([expected, expected]);
  });

  it('takes the name of the first track for the title unless it names a part', () => {
    const named = (name: string): Uint8Array => track(meta(0, 0x03, name), note(60), END_MARK);
    expect(readSongs(file(named('Sonata')))[0].title).toBe('Sonata');
    expect(readSongs(file(named('Sonata'), track(note(48), END_MARK)))[0].title).toBe('Sonata');
    const twoHands = readSongs(file(named('Right'), named('Left')))[0];
    expect(twoHands.title).toBe('');
    expect(twoHands.tracks.map((part) => part.name)).toEqual(['Right', 'Left']);
    expect(readSongs(goodFile())[0].title).toBe('');
  });

  it('tells Japanese from Latin by all texts of the file together', () => {
    const lyric = meta(0, 0x05, [0x82, 0xa0, 0x82, 0xa2, 0x82, 0xa4]);
    const rare = meta(0, 0x03, [0xe0, 0x40]);
    expect(readSongs(file(track(rare, lyric, note(60), END_MARK)))[0].title).toBe('漾');
    expect(readSongs(file(track(rare, note(60), END_MARK)))[0].title).toBe('à@');
  });
});

describe('warnings', () => {
  it('are limited in number', () => {
    const broken = track(noteOn(0, 60));
    const result = readMidi(join(header(1, 5000), ...new Array<Uint8Array>(5000).fill(broken)));
    if (!result.ok) throw new Error(result.reason);
    expect(result.repairs).toHaveLength(13);
    expect(result.repairs[12]).toBe('4,988 more things of this kind put right.');
  });

  it('mention a very long piece', () => {
    const notes = new Array<number[]>(200_000).fill(note(60)).flat();
    const result = readMidi(file(track(notes, END_MARK)));
    if (!result.ok) throw new Error(result.reason);
    expect(result.repairs).toEqual([
      'This is a very long piece: all of its 200,000 notes were read.',
    ]);
    expect(notesOf(result.songs)).toHaveLength(200_000);
  }, 60_000);
});
