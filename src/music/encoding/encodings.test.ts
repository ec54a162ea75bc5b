/** Contract test of all registered encodings. */
import { describe, expect, it } from 'vitest';
import { pitchedNotes } from '../song';
import { librarySongs } from '../testSongs';
import { encodings } from '.';

const [{ song }] = librarySongs();

describe.each(Object.entries(encodings))('encoding %s', (id, encoding) => {
  const { columns, pitchColumn, timeColumn } = encoding;
  const rows = encoding.encode(song);
  const count = rows.data.length / columns.length;

  it('has its registry key as id, and unique column names', () => {
    expect(encoding.id).toBe(id);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });

  it('names the columns of pitch and time', () => {
    expect(columns[pitchColumn]).toMatchObject({ predicted: true, transposes: 'pitch' });
    if (timeColumn !== undefined) expect(columns[timeColumn].predicted).toBe(true);
  });

  it('encodes the notes of a song as rows within its classes', () => {
    expect(rows.width).toBe(columns.length);
    expect(count).toBeGreaterThan(0);
    rows.data.forEach((value, i) => {
      const { classes, predicted } = columns[i % columns.length];
      if (value >= classes || value < (predicted ? 0 : -1)) {
        throw new Error(`Row ${Math.floor(i / columns.length)} has ${value} of ${classes}.`);
      }
    });
  });

  it('keeps the pitches and the onset of each row', () => {
    const onsets = encoding.onsets(song);
    expect(onsets).toHaveLength(count);
    const pitches = new Map<number, Set<number>>();
    for (const { tick, pitch } of pitchedNotes(song)) {
      pitches.set(tick, (pitches.get(tick) ?? new Set()).add(pitch));
    }
    const decoded = encoding.decode(rows).map(({ pitch }) => pitch);
    expect(decoded.length).toBe(count);
    const there = onsets.filter((tick, i) => pitches.get(tick)?.has(decoded[i]));
    expect(there.length / count).toBeGreaterThan(0.95);
  });
});
