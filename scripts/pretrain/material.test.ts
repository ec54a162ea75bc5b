import { describe, expect, it } from 'vitest';
import { form } from '../../src/music/encoding/form';
import { Random } from '../../src/music/random';
import type { Note, Song, Track } from '../../src/music/song';
import type { Score } from './catalogue';
import { CopySearch } from './copies';
import { encodeScore, withVoice } from './encode';
import { chooseForms } from './forms';

const PPQ = 480;

function track(notes: Note[], program = 0): Track {
  return { name: '', channel: 0, program, isDrum: false, notes, pedal: [] };
}

function song(tracks: Track[]): Song {
  return {
    title: '',
    ppq: PPQ,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
    keySignatures: [],
    tracks,
  };
}

/** A random melody, `beat` ticks a note at least. */
function melody(count: number, seed: number, beat = PPQ / 2): Note[] {
  const random = Random.fromSeed(seed);
  let tick = 0;
  return Array.from({ length: count }, () => {
    const note = { tick, duration: beat, pitch: 55 + random.below(24), velocity: 90 };
    tick += beat * (1 + random.below(2));
    return note;
  });
}

function score(change: Partial<Score>): Score {
  return {
    file: 'a.mid',
    title: 'A',
    composer: 'B',
    source: 'piano',
    license: 'CC0 1.0',
    editor: '',
    velocities: true,
    song: song([track(melody(40, 1))]),
    ...change,
  };
}

describe('a score', () => {
  it('without telling velocities has none in its rows', () => {
    const velocities = form.columns.flatMap(({ name }, i) => (/velocity$/i.test(name) ? [i] : []));
    expect(velocities).toHaveLength(3);
    const told = encodeScore(score({}), form, 'keep');
    const untold = encodeScore(score({ velocities: false }), form, 'keep');
    if (!told || !untold) throw new Error('Nothing was encoded.');
    const { width } = told.rows;
    const differing = new Set<number>();
    told.rows.data.forEach((value, i) => {
      if (untold.rows.data[i] !== value) differing.add(i % width);
      if (velocities.includes(i % width)) expect(untold.rows.data[i]).toBe(-1);
    });
    expect([...differing].every((column) => velocities.includes(column))).toBe(true);
  });

  it('of a song loses its voice if that is wished', () => {
    const parts = song([track(melody(8, 1), 68), track(melody(8, 2)), track(melody(8, 3), 24)]);
    const named = score({ song: parts, tracks: ['Voice', 'Piano', 'Guitar'] });
    expect(withVoice(named, 'keep')).toBe(parts);
    expect(withVoice(named, 'drop').tracks).toEqual(parts.tracks.slice(1));
    expect(withVoice(score({ song: parts }), 'drop')).toBe(parts);
    const choir = score({ song: song([track(melody(8, 1), 52)]), tracks: ['Soprano'] });
    expect(encodeScore(choir, form, 'drop')).toBeUndefined();
  });
});

describe('the search for copies', () => {
  const known = song([track(melody(400, 7))]);
  const search = new CopySearch([
    { name: 'other', song: song([track(melody(400, 8))]) },
    { name: 'known', song: known },
  ]);

  it('finds a part of a piece, transposed', () => {
    const moved = melody(400, 7).map((note) => ({ ...note, pitch: note.pitch + 3 }));
    const within = song([track([...moved.slice(100, 200), ...later(melody(300, 9), 200_000)])]);
    expect(search.find(within)?.of).toBe('known');
  });

  it('finds a melody in other note values', () => {
    const slower = melody(400, 7, PPQ).map((note, i) => ({ ...note, tick: i * PPQ }));
    expect(search.find(song([track(slower)]))?.of).toBe('known');
  });

  it('does not take scales or unrelated pieces for copies', () => {
    expect(search.find(song([track(melody(400, 10))]))).toBeUndefined();
    const scale = (start: number): Song =>
      song([
        track(
          Array.from({ length: 200 }, (_, i) => ({
            tick: (i * PPQ) / 4,
            duration: PPQ / 4,
            pitch: start + (i % 24),
            velocity: 90,
          })),
        ),
      ]);
    expect(new CopySearch([{ name: 'scale', song: scale(48) }]).find(scale(50))).toBeUndefined();
  });
});

function later(notes: readonly Note[], ticks: number): Note[] {
  return notes.map((note) => ({ ...note, tick: note.tick + ticks }));
}

it('stores a few hundred forms, none longer than a take can be', () => {
  const forms = Array.from({ length: 2000 }, (_, i) => ({
    piece: `${i}`,
    bars: i % 300,
    plan: Array.from({ length: i % 300 }, () => 'n').join(' '),
    lastPlace: 0,
  }));
  const chosen = chooseForms(forms, 1);
  expect(chosen.length).toBeGreaterThan(200);
  expect(chosen.length).toBeLessThan(500);
  for (const { bars, plan } of chosen) {
    expect(bars).toBeGreaterThanOrEqual(16);
    expect(plan.split(' ')).toHaveLength(bars);
  }
  expect(JSON.stringify(chosen).length).toBeLessThan(200_000);
  expect(chooseForms(forms.slice(0, 10), 1)).toHaveLength(10);
});
