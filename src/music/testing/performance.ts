/** Music as a person plays it, off every grid, and the same saved again by another program. */
import { Random } from '../random';
import type { Note, Song } from '../song';

const PPQ = 480;

/** Chords of 1 to 4 notes, spread by some milliseconds. @param seed another one, other music */
export function performance(seed: number, chords = 200): Song {
  const random = Random.fromSeed(seed);
  const notes: Note[] = [];
  let at = 0;
  for (let chord = 0; chord < chords; chord++) {
    at += 60 + random.below(500);
    for (let i = random.below(4); i >= 0; i--) {
      const tick = at + random.below(20);
      notes.push({
        tick,
        duration: 100 + random.below(300),
        pitch: 36 + random.below(48),
        velocity: 80,
      });
    }
  }
  return songOf(notes, PPQ);
}

/** @param rounding of each onset, or of each wait: then the music drifts */
export function savedAgain(
  { tracks, ppq: before }: Song,
  ppq: number,
  rounding: 'onsets' | 'waits' = 'onsets',
): Song {
  const notes = tracks[0].notes.toSorted((a, b) => a.tick - b.tick);
  const scaled = (ticks: number): number => Math.round((ticks * ppq) / before);
  let from = 0;
  let to = 0;
  return songOf(
    notes.map((note) => {
      to += scaled(note.tick - from);
      from = note.tick;
      const tick = rounding === 'waits' ? to : scaled(note.tick);
      return { ...note, tick, duration: Math.max(1, scaled(note.duration)) };
    }),
    ppq,
  );
}

export function transposed(song: Song, semitones: number): Song {
  const notes = song.tracks[0].notes.map((note) => ({ ...note, pitch: note.pitch + semitones }));
  return songOf(notes, song.ppq);
}

function songOf(notes: Note[], ppq: number): Song {
  notes.sort((a, b) => a.tick - b.tick || a.pitch - b.pitch);
  return {
    title: '',
    ppq,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  };
}
