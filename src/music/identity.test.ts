import { expect, it } from 'vitest';
import { hashNumbers, isSameMusic, musicIdentity, musicKeys } from './identity';
import { readMidi } from './midi/read';
import { END_MARK, file, meta, noteOff, noteOn, track } from './midi/testing/midiBytes';
import { packSong } from './packedSong';
import { Random } from './random';
import type { Note, Song, Track } from './song';
import { performance, savedAgain, transposed } from './testing/performance';
import { librarySongs } from './testSongs';

const PPQ = 480;

function part(notes: Note[], isDrum = false): Track {
  return { name: '', channel: isDrum ? 9 : 0, program: 0, isDrum, notes, pedal: [] };
}

function song(tracks: Track[], ppq = PPQ): Song {
  return {
    title: '',
    ppq,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks,
  };
}

function tune(change: (note: Note, index: number) => Partial<Note> = () => ({})): Note[] {
  return [60, 64, 67, 72, 71].map((pitch, i) => {
    const note = { tick: i * 120, duration: 120, pitch, velocity: 80 };
    return { ...note, ...change(note, i) };
  });
}

const identity = (whole: Song): string => musicIdentity(packSong(whole));
const isSame = (a: Song, b: Song): boolean => isSameMusic(packSong(a), packSong(b));
const plain = identity(song([part(tune())]));

it('stays where only the file, the sound or the lengths differ', () => {
  const other = song([part(tune(() => ({ velocity: 30, duration: 60 })))]);
  other.title = 'Another title';
  other.tempos = [{ tick: 0, microsecondsPerQuarter: 400_000 }];
  other.tracks[0].program = 6;
  expect(identity(other)).toBe(plain);
});

it('stays in another resolution and behind silence', () => {
  const fine = tune(({ tick }) => ({ tick: tick * 2 }));
  expect(identity(song([part(fine)], PPQ * 2))).toBe(plain);
  const late = tune(({ tick }) => ({ tick: tick + 1921 }));
  expect(identity(song([part(late)]))).toBe(plain);
});

it('stays when parts are joined, parted or doubled, and percussion is added', () => {
  const notes = tune();
  const parted = [part(notes.slice(3)), part(notes.slice(0, 3)), part(notes.slice(1, 2))];
  const drums = part([{ tick: 0, duration: 1, pitch: 36, velocity: 90 }], true);
  expect(identity(song([...parted, drums]))).toBe(plain);
});

it('is another with a pitch, an onset, a transposition and one note less', () => {
  const different = [
    tune((_, i) => (i === 2 ? { pitch: 68 } : {})),
    tune(({ pitch }) => ({ pitch: pitch + 1 })),
    tune().slice(0, -1),
    [],
  ].map((notes) => song([part(notes)]));
  expect(new Set([plain, ...different.map(identity)]).size).toBe(5);
  const late = song([part(tune(({ tick }, i) => (i === 4 ? { tick: tick + 60 } : {})))]);
  const slower = song([part(tune(({ tick }) => ({ tick: tick * 2 })))]);
  for (const other of [...different, late, slower])
    expect(isSame(song([part(tune())]), other)).toBe(false);
});

it.each([
  [96, 'onsets'],
  [384, 'onsets'],
  [24, 'onsets'],
  [96, 'waits'],
  [384, 'waits'],
] as const)(
  'stays where a performance is saved again in %i ticks, rounded by %s',
  (ppq, rounding) => {
    for (let seed = 1; seed <= 20; seed++) {
      const played = performance(seed, 500);
      const again = savedAgain(played, ppq, rounding);
      expect(identity(again)).toBe(identity(played));
      expect([isSame(played, again), isSame(again, played)]).toEqual([true, true]);
      const higher = transposed(again, 5);
      expect(isSame(played, higher)).toBe(false);
      expect(musicKeys(packSong(higher)).work).toBe(musicKeys(packSong(played)).work);
      expect(identity(performance(seed + 100, 500))).not.toBe(identity(played));
    }
  },
);

it('tells the same pitches in another order apart', () => {
  const up = song([part(tune())]);
  const down = song([part(tune((_, i) => ({ pitch: [71, 72, 67, 64, 60][i] })))]);
  expect(identity(down)).toBe(identity(up));
  expect(isSame(up, down)).toBe(false);
  expect(isSame(up, up)).toBe(true);
});

it('sees through running status and the names in a file', () => {
  const bytes = [
    file(track(noteOn(0, 60), noteOff(120, 60), noteOn(0, 62), noteOff(120, 62), END_MARK)),
    file(
      track(meta(0, 3, 'Copy'), END_MARK),
      track(noteOn(0, 60, 90, 3), [120, 60, 0], [0, 62, 90], [120, 62, 0], END_MARK),
    ),
  ];
  const [a, b] = bytes.map((one) => {
    const result = readMidi(one);
    if (!result.ok) throw new Error(result.reason);
    return identity(result.songs[0]);
  });
  expect(a).toBe(b);
});

it('tells the pieces of the sample library apart', () => {
  const identities = librarySongs().map((piece) => identity(piece.song));
  expect(new Set(identities).size).toBe(identities.length);
});

it('hashes without collisions in a hundred thousand lists', () => {
  const random = Random.fromSeed(3);
  const hashes = new Set<string>();
  for (let i = 0; i < 100_000; i++) hashes.add(hashNumbers([i, random.below(2), i % 7]));
  expect(hashes.size).toBe(100_000);
});
