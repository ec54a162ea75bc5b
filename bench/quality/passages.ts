/** Passages of music: their validity, samples of pieces, and a random bot. */
import type { EncodingColumn, Rows } from '../../src/music/encoding/encoding';
import { STUDIO_COLUMNS, studio } from '../../src/music/encoding/studio';
import { readMidi } from '../../src/music/midi/read';
import { writeMidi } from '../../src/music/midi/write';
import type { Random } from '../../src/music/random';
import { type Note, pitchedNotes } from '../../src/music/song';

/** Limit of a valid note's length, in quarter notes. */
const LONGEST_NOTE = 32;
const WIDTH = studio.columns.length;

/** Whether it survives a MIDI round trip without overlong notes. */
export function isValid(notes: readonly Note[]): boolean {
  const sound = notes.every(
    ({ duration, pitch }) =>
      duration > 0 && duration <= LONGEST_NOTE * studio.ppq && pitch >= 21 && pitch <= 108,
  );
  const result = readMidi(
    writeMidi({
      title: 'Take',
      ppq: studio.ppq,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
      keySignatures: [],
      tracks: [
        { name: 'Piano', channel: 0, program: 0, isDrum: false, notes: [...notes], pedal: [] },
      ],
    }),
  );
  const reread = result.ok ? pitchedNotes(result.songs[0]) : [];
  return notes.length > 0 && sound && JSON.stringify(reread) === JSON.stringify(notes);
}

/**
 * Rows of the encoding "studio" from those of another encoding, column by column name.
 * @throws {Error} if a column is missing
 */
export function studioRows({ width, data }: Rows, columns: readonly EncodingColumn[]): Rows {
  const places = studio.columns.map(({ name }) => {
    const place = columns.findIndex((column) => column.name === name);
    if (place < 0) throw new Error(`The encoding has no column "${name}".`);
    return place;
  });
  const taken = new Int16Array((data.length / width) * WIDTH);
  for (let row = 0; row < data.length / width; row++) {
    places.forEach((place, column) => {
      taken[row * WIDTH + column] = data[row * width + place];
    });
  }
  return { width: WIDTH, data: taken };
}

/** Passages of `length` rows; none from a shorter piece. */
export function stretches(rows: Rows, length: number, count: number, random: Random): Rows[] {
  const total = rows.data.length / WIDTH;
  if (total < length) return [];
  return Array.from({ length: count }, () => {
    const from = random.below(total - length + 1);
    return { width: WIDTH, data: rows.data.slice(from * WIDTH, (from + length) * WIDTH) };
  });
}

/** Random bot: uniform draws of times, keys and lengths. */
export function randomRows(length: number, random: Random): Rows {
  const data = new Int16Array(length * WIDTH);
  for (let row = 0; row < length; row++) {
    studio.columns.forEach(({ classes }, column) => {
      data[row * WIDTH + column] = random.below(classes);
    });
    data[row * WIDTH + STUDIO_COLUMNS.time] = random.below(25);
    data[row * WIDTH + STUDIO_COLUMNS.duration] = 1 + random.below(48);
  }
  return { width: WIDTH, data };
}
