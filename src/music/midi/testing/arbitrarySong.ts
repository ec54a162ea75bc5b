/** For tests: random songs within the ranges that the reader believes. */
import fc from 'fast-check';
import { cleanName } from '../../../lib/textEncoding';
import { compareNotes, type Note, type PedalChange, type Song, type Track } from '../../song';

const MAX_TICK = 2 ** 31 - 1;

/** Times that no wait between two events makes impossible, whatever a quarter note is long. */
const tick = fc.nat(60_000);

const name = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  .map(cleanName);

const note = fc.record({
  tick,
  duration: fc.integer({ min: 1, max: 5000 }),
  pitch: fc.integer({ min: 0, max: 127 }),
  velocity: fc.integer({ min: 1, max: 127 }),
});

/** Entries at distinct ticks, ordered. */
function marks<T extends { tick: number }>(mark: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  const list = fc.uniqueArray(mark, { selector: (entry) => entry.tick, maxLength: 6 });
  return list.map((entries) => entries.sort((a, b) => a.tick - b.tick));
}

/** The same, the first at tick 0. */
function marksFromStart<T extends { tick: number }>(mark: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(mark, marks(mark)).map(([first, others]) => {
    return [{ ...first, tick: 0 }, ...others.filter((entry) => entry.tick > 0)];
  });
}

/** Lets no note end before an older one of its pitch: MIDI could not tell which of them ends. */
function playable(notes: Note[]): Note[] {
  const lastEnds = new Map<number, number>();
  return notes
    .sort(compareNotes)
    .map((note) => {
      const end = Math.max(note.tick + note.duration, lastEnds.get(note.pitch) ?? 0);
      lastEnds.set(note.pitch, Math.min(end, MAX_TICK));
      return { ...note, duration: Math.min(end, MAX_TICK) - note.tick };
    })
    .sort(compareNotes);
}

const pedal: fc.Arbitrary<PedalChange[]> = marks(fc.record({ tick })).map((entries) => {
  // Lifted at the end: a pedal left down is reported.
  const even = entries.slice(0, entries.length - (entries.length % 2));
  return even.map((entry, i) => ({ ...entry, down: i % 2 === 0 }));
});

const track: fc.Arbitrary<Omit<Track, 'pedal'>> = fc
  .record({
    name,
    channel: fc.integer({ min: 0, max: 15 }),
    program: fc.integer({ min: 0, max: 127 }),
    notes: fc.array(note, { minLength: 1, maxLength: 40 }).map(playable),
  })
  .map((part) => ({ ...part, isDrum: part.channel === 9 }));

export const arbitrarySong: fc.Arbitrary<Song> = fc
  .record({
    title: name,
    ppq: fc.integer({ min: 1, max: 0x7fff }),
    tempos: marksFromStart(
      fc.record({ tick, microsecondsPerQuarter: fc.integer({ min: 10_000, max: 0xffffff }) }),
    ),
    timeSignatures: marksFromStart(
      fc
        .record({
          tick,
          numerator: fc.integer({ min: 1, max: 255 }),
          denominator: fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128),
        })
        .filter(({ numerator, denominator }) => {
          return numerator / denominator >= 1 / 16 && numerator / denominator <= 16;
        }),
    ),
    keySignatures: marks(
      fc.record({
        tick,
        fifths: fc.integer({ min: -7, max: 7 }),
        mode: fc.constantFrom('major', 'minor'),
      }),
    ),
    tracks: fc.array(track, { minLength: 1, maxLength: 5 }),
    pedals: fc.array(pedal, { minLength: 16, maxLength: 16 }),
  })
  .map(({ pedals, tracks, ...song }) => ({
    ...song,
    // The pedal belongs to the channel: its tracks share it.
    tracks: tracks.map((part) => ({ ...part, pedal: pedals[part.channel] })),
  }));
