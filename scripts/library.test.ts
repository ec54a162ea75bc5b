import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Note, pitchedNotes, type Song } from '../src/music/song';
import { checkSource, LIBRARY_FOLDER, readOneSong, sha256 } from './build-library';
import { COMPOSERS, LIBRARY_PIECES, type LibraryPiece } from './libraryPieces';
import { cleanSong, keyName, type LibraryEntry } from './librarySong';

const entries: LibraryEntry[] = JSON.parse(
  readFileSync(join(LIBRARY_FOLDER, 'index.json'), 'utf8'),
);
const provenance = readFileSync(join(LIBRARY_FOLDER, 'PROVENANCE.md'), 'utf8');

/** Notes with a velocity above zero in the sources, counted by an independent reader. */
const SOURCE_NOTES: Readonly<Record<string, number>> = {
  'bethena.mid': 2739,
  'elite-syncopations.mid': 2238,
  'maple-leaf-rag.mid': 2566,
  'peacherine-rag.mid': 1425,
  'pineapple-rag.mid': 2483,
  'solace.mid': 2164,
  'the-easy-winners.mid': 2524,
  'the-entertainer.mid': 2621,
  'debussy-arabesque-no1.mid': 1448,
  'satie-gymnopedie-no1.mid': 282,
};

describe('the sample library', () => {
  it('contains the ten pieces and no other file', () => {
    const files = readdirSync(LIBRARY_FOLDER).sort();
    const expected = [...Object.keys(SOURCE_NOTES), 'PROVENANCE.md', 'index.json'].sort();
    expect(files).toEqual(expected);
    expect(entries.map(({ file }) => file).sort()).toEqual(Object.keys(SOURCE_NOTES).sort());
  });

  it.each(entries)('contains $title as in the index and the provenance', (entry) => {
    const bytes = readFileSync(join(LIBRARY_FOLDER, entry.file));
    const piece = LIBRARY_PIECES.find(({ source }) => source.endsWith(`/${entry.file}`));
    expect(sha256(bytes)).toBe(entry.sha256);
    expect(bytes.length).toBe(entry.bytes);
    for (const fact of [piece?.sha256, piece?.source, entry.sha256, COMPOSERS[piece!.composer]]) {
      expect(provenance).toContain(fact);
    }
    const song = readOneSong(bytes, entry.file);
    expect(song.title).toBe(entry.title);
    expect(song.tracks.map(({ name }) => name)).toEqual(['Right hand', 'Left hand']);
    expect(song.tracks.map(({ program }) => program)).toEqual([0, 0]);
    expect(keyName(song.keySignatures[0])).toBe(entry.key);
    expect(pitchedNotes(song)).toHaveLength(SOURCE_NOTES[entry.file]);
    expect(entry.notes).toBe(SOURCE_NOTES[entry.file]);
  });
});

describe('making it', () => {
  const [piece] = LIBRARY_PIECES;
  const plain: LibraryPiece = { ...piece, corrections: undefined };
  const note = (pitch: number): Note => ({ tick: 0, duration: 96, pitch, velocity: 90 });
  const part = (name: string, notes: Note[]): Song['tracks'][number] => {
    return { name, channel: 3, program: 5, isDrum: false, notes, pedal: [] };
  };
  const source: Song = {
    title: 'control track',
    ppq: 96,
    tempos: [{ tick: 0, microsecondsPerQuarter: 400_000 }],
    timeSignatures: [
      { tick: 0, numerator: 3, denominator: 4 },
      { tick: 96, numerator: 2, denominator: 4 },
    ],
    keySignatures: [
      { tick: 0, fifths: 1, mode: 'major' },
      { tick: 0, fifths: 1, mode: 'major' },
    ],
    tracks: [part('up:', [note(72)]), part('empty', []), part('down:', [note(40)])],
  };

  it('rejects a source with an unknown checksum', () => {
    expect(() => checkSource(new Uint8Array([77, 84]), piece)).toThrow(
      /^songs\/library\/ragtime\/bethena\.mid is not the file it should be/,
    );
  });

  it('names the hands, and drops empty tracks, duplicates and signatures after the end', () => {
    expect(cleanSong(source, plain)).toEqual({
      title: 'Bethena',
      ppq: 96,
      tempos: source.tempos,
      timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
      keySignatures: [{ tick: 0, fifths: 1, mode: 'major' }],
      tracks: [
        { ...part('Right hand', [note(72)]), channel: 0, program: 0 },
        { ...part('Left hand', [note(40)]), channel: 1, program: 0 },
      ],
    });
  });

  it('applies the corrections of the table', () => {
    const corrections = { ...piece.corrections, tempo: 80, why: 'for the test' };
    const song = cleanSong(source, { ...piece, corrections });
    expect(song.tempos).toEqual([{ tick: 0, microsecondsPerQuarter: 750_000 }]);
    expect(song.keySignatures).toEqual(piece.corrections?.keySignatures);
  });

  it('rejects a source without two hands, the right one first', () => {
    const [up, , down] = source.tracks;
    for (const tracks of [[up], [down, up], [up, down, up]]) {
      expect(() => cleanSong({ ...source, tracks }, plain)).toThrow(/does not hold a right hand/);
    }
  });

  it('names keys', () => {
    expect(keyName({ fifths: -4, mode: 'major' })).toBe('A-flat major');
    expect(keyName({ fifths: 0, mode: 'major' })).toBe('C major');
    expect(keyName({ fifths: 2, mode: 'minor' })).toBe('B minor');
    expect(keyName({ fifths: -7, mode: 'minor' })).toBe('A-flat minor');
    expect(keyName({ fifths: 7, mode: 'major' })).toBe('C-sharp major');
  });
});
