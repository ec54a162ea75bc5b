import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { t } from '../../texts/t';
import { overlongPedal } from '../pedal';
import { compareNotes, type Song } from '../song';
import { nextChunk } from './chunks';
import { readEvents } from './events';
import { readMidi } from './read';
import { arbitrarySong } from './testing/arbitrarySong';
import { linesOfSong, linesOfTonejs, readWithTonejs } from './testing/tonejs';
import { writeMidi } from './write';

const song: Song = {
  title: 'Dvořák: ユーモレスク',
  ppq: 480,
  tempos: [
    { tick: 0, microsecondsPerQuarter: 461_538 },
    { tick: 960, microsecondsPerQuarter: 10_000 },
  ],
  timeSignatures: [{ tick: 0, numerator: 6, denominator: 8 }],
  keySignatures: [
    { tick: 0, fifths: -6, mode: 'major' },
    { tick: 960, fifths: 3, mode: 'minor' },
  ],
  tracks: [
    {
      name: 'Ruka levá',
      channel: 3,
      program: 6,
      isDrum: false,
      notes: [
        { tick: 0, duration: 480, pitch: 60, velocity: 1 },
        { tick: 480, duration: 240, pitch: 60, velocity: 127 },
      ],
      pedal: [
        { tick: 0, down: true },
        { tick: 480, down: false },
        { tick: 480, down: true },
      ],
    },
  ],
};

describe('writeMidi', () => {
  it('gives back the same song, with nothing to mend', () => {
    expect(readMidi(writeMidi(song))).toEqual({ ok: true, songs: [song], repairs: [] });
  });

  it('gives back two tracks that share a channel and its pedal', () => {
    const [left] = song.tracks;
    const duet = { ...song, tracks: [left, { ...left, name: 'Ruka pravá' }] };
    expect(readMidi(writeMidi(duet))).toEqual({ ok: true, songs: [duet], repairs: [] });
  });

  it('at one tick ends notes, then moves the pedal, then begins notes', () => {
    const bytes = writeMidi(song);
    const conductor = nextChunk(bytes, 14);
    const part = conductor && nextChunk(bytes, conductor.next);
    if (part?.kind !== 'track') throw new Error('The file has no part.');
    const order: string[] = [];
    readEvents(bytes, part, song.ppq, {
      noteOn: (tick) => order.push(`on ${tick}`),
      noteOff: (tick) => order.push(`off ${tick}`),
      controller: (tick, _channel, _controller, value) => order.push(`pedal ${value} ${tick}`),
      program: (tick) => order.push(`program ${tick}`),
      exclusive: () => {},
      meta: () => {},
    });
    expect(order).toEqual([
      'program 0',
      'pedal 127 0',
      'on 0',
      'off 480',
      'pedal 0 480',
      'pedal 127 480',
      'on 480',
      'off 720',
    ]);
  });

  it('gives back any song within range', () => {
    fc.assert(
      fc.property(arbitrarySong, (any) => {
        const isOverlong = any.tracks.some((part) => !part.isDrum && overlongPedal(part, any));
        const repairs = isOverlong ? [t('midi.pedalLiftedLate')] : [];
        expect(readMidi(writeMidi(any))).toEqual({ ok: true, songs: [any], repairs });
      }),
      { numRuns: 300 },
    );
  });

  it('gives back a long piece of many tempos, meters, notes and pedal moves', () => {
    const [part] = song.tracks;
    const beats = Array.from({ length: 20_000 }, (_, beat) => beat * 480);
    const long: Song = {
      ...song,
      tempos: beats.map((tick, i) => ({ tick, microsecondsPerQuarter: 400_000 + i })),
      timeSignatures: beats.map((tick, i) => ({ tick, numerator: 2 + (i % 2), denominator: 4 })),
      tracks: [
        {
          ...part,
          notes: beats.map((tick, i) => ({
            tick,
            duration: 479,
            pitch: 40 + (i % 48),
            velocity: 64,
          })),
          pedal: beats.map((tick, i) => ({ tick, down: i % 2 === 0 })),
        },
      ],
    };
    expect(readMidi(writeMidi(long))).toEqual({ ok: true, songs: [long], repairs: [] });
  });

  it('is read alike by a reader that is not ours', () => {
    fc.assert(
      fc.property(arbitrarySong, (any) => {
        const theirs = readWithTonejs(writeMidi(any));
        expect(linesOfTonejs(theirs)).toEqual(linesOfSong(any));
        expect(theirs.header.ppq).toBe(any.ppq);
        const tempos = theirs.header.tempos.map(({ ticks, bpm }) => [
          ticks,
          Math.round(60e6 / bpm),
        ]);
        expect(tempos).toEqual(any.tempos.map((t) => [t.tick, t.microsecondsPerQuarter]));
        const signatures = theirs.header.timeSignatures.map((s) => [s.ticks, ...s.timeSignature]);
        expect(signatures).toEqual(
          any.timeSignatures.map((s) => [s.tick, s.numerator, s.denominator]),
        );
        const programs = theirs.tracks
          .filter((t) => t.notes.length > 0)
          .map((t) => t.instrument.number);
        expect(programs).toEqual(any.tracks.map((t) => t.program));
      }),
      { numRuns: 100 },
    );
  });

  it('bridges waits that one delta time cannot hold', () => {
    const [part] = song.tracks;
    const late = [{ tick: 2 ** 31 - 1000, duration: 480, pitch: 60, velocity: 80 }];
    const bytes = writeMidi({ ...song, tracks: [{ ...part, notes: late, pedal: [] }] });
    const [{ notes }] = readWithTonejs(bytes).tracks.filter((track) => track.notes.length > 0);
    expect(notes.map(({ ticks, durationTicks }) => [ticks, durationTicks])).toEqual([
      [2 ** 31 - 1000, 480],
    ]);
  });

  it('writes key signatures that others understand', () => {
    const { keySignatures } = readWithTonejs(writeMidi(song)).header;
    expect(keySignatures.map(({ ticks, key, scale }) => [ticks, key, scale])).toEqual([
      [0, 'Gb', 'major'],
      [960, 'A', 'minor'],
    ]);
  });

  it('brings values out of range into it', () => {
    const wild: Song = {
      ...song,
      ppq: 100_000,
      tempos: [{ tick: 0, microsecondsPerQuarter: 1e9 }],
      tracks: [
        {
          ...song.tracks[0],
          notes: [
            { tick: -5, duration: 0, pitch: 200, velocity: 0.4 },
            { tick: 1.6, duration: Number.NaN, pitch: -3, velocity: 500 },
          ],
        },
      ],
    };
    const result = readMidi(writeMidi(wild));
    if (!result.ok) throw new Error(result.reason);
    const [{ ppq, tempos, tracks }] = result.songs;
    expect([ppq, tempos[0].microsecondsPerQuarter]).toEqual([32_767, 0xffffff]);
    expect(tracks[0].notes.map(({ pitch, velocity }) => [pitch, velocity])).toEqual([
      [127, 1],
      [0, 127],
    ]);
  });

  it('writes notes in any order, and leaves the song as it was', () => {
    const backwards = song.tracks.map((part) => ({ ...part, notes: part.notes.toReversed() }));
    const before = structuredClone(backwards);
    const result = readMidi(writeMidi({ ...song, tracks: backwards }));
    expect(result).toEqual({ ok: true, songs: [song], repairs: [] });
    expect(backwards).toEqual(before);
    expect(backwards[0].notes.toSorted(compareNotes)).toEqual(song.tracks[0].notes);
  });
});
