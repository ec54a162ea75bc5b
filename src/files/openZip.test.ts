import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { join } from '../music/midi/testing/midiBytes';
import { INTAKE_LIMITS, type IntakeLimits } from './intakeEvent';
import { collect, GOOD, outcomes, source, TEXT } from './testing/intakeLines';
import { type ZippedFile, zip, zipWithDirectory } from './testing/zipBytes';

function inZip(files: ZippedFile[], limits?: IntakeLimits): Promise<string[]> {
  return outcomes([source('songs.zip', zip(files))], limits);
}

describe('intake of zip archives', () => {
  it('reads stored and packed files, in folders, with sizes before or behind', async () => {
    const ways: ZippedFile[] = [
      { path: 'stored.mid', data: GOOD, method: 'stored' },
      { path: 'bach/packed.mid', data: GOOD },
      { path: 'bach\\windows.mid', data: GOOD },
      { path: 'sizes behind.mid', data: GOOD, sizesBehind: true },
      { path: 'stored, sizes behind.mid', data: GOOD, method: 'stored', sizesBehind: true },
      { path: '月光.mid', data: GOOD },
    ];
    const expected = ways.map(({ path }) => `songs.zip/${path.replace('\\', '/')} +`);
    expect(await inZip(ways)).toEqual(expected);
    // The same without the directory at the end of the archive.
    const { bytes, directoryStart } = zipWithDirectory(ways);
    expect(await outcomes([source('songs.zip', bytes.subarray(0, directoryStart))])).toEqual([
      ...expected,
      'songs.zip: This zip file is damaged; 6 pieces from it were added.',
    ]);
  });

  it('reads what another program packed', async () => {
    const bytes = zipSync({ bach: { 'a.mid': GOOD, 'b.mid': [GOOD, { level: 0 }] } });
    expect(await outcomes([source('songs.zip', bytes)])).toEqual([
      'songs.zip/bach/a.mid +',
      'songs.zip/bach/b.mid +',
    ]);
  });

  it('skips folders and clutter, and names what is not MIDI', async () => {
    const recording = join('RIFF', [0, 0, 0, 0], 'WAVE', new Array<number>(500).fill(7));
    const lines = await inZip([
      { path: 'folder/', data: join(), method: 'stored' },
      { path: '__MACOSX/._a.mid', data: TEXT },
      { path: '.DS_Store', data: TEXT },
      { path: 'a/Thumbs.db', data: TEXT },
      { path: 'a/read me.txt', data: TEXT },
      { path: 'a/sound.mid', data: recording },
      { path: '../../a.mid', data: GOOD },
    ]);
    expect(lines).toEqual([
      'songs.zip/a/read me.txt: This is a text file, not MIDI, whatever its name says.',
      'songs.zip/a/sound.mid: This is an audio recording (WAV), not MIDI: export MIDI or MusicXML from the program that made it.',
      'songs.zip/../../a.mid +',
    ]);
  });

  it('rejects an archive without files', async () => {
    const sentence = 'songs.zip: This zip file holds no files that could be music.';
    expect(await inZip([])).toEqual([sentence]);
    expect(await inZip([{ path: '__MACOSX/._a.mid', data: TEXT }])).toEqual([sentence]);
  });

  it('does not open a zip inside a zip', async () => {
    const sentence = 'This is a zip inside a zip; unpack the outer one and add this one by itself.';
    const inner = zip([{ path: 'a.mid', data: GOOD }]);
    const lines = await inZip([
      { path: 'packed.zip', data: inner },
      { path: 'stored.zip', data: inner, method: 'stored' },
      { path: 'empty.zip', data: zip([]) },
      { path: 'good.mid', data: GOOD },
    ]);
    expect(lines).toEqual([
      `songs.zip/packed.zip: ${sentence}`,
      `songs.zip/stored.zip: ${sentence}`,
      `songs.zip/empty.zip: ${sentence}`,
      'songs.zip/good.mid +',
    ]);
  });

  it('rejects encrypted files', async () => {
    const lines = await inZip([
      { path: 'a.mid', data: GOOD, encrypted: true },
      { path: 'b.mid', data: GOOD },
    ]);
    expect(lines).toEqual([
      'songs.zip/b.mid +',
      'songs.zip: 1 file in this zip is protected by a password; unpack it first and add what it holds.',
    ]);
  });

  it('continues after damage and reports it', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((path) => ({ path, data: GOOD }));
    const damaged = zip([a, { ...b, crc: 123 }, c]);
    const events = await collect([source('songs.zip', damaged)]);
    const repairs = events.flatMap((event) => (event.kind === 'song' ? [event.repairs] : []));
    expect(repairs).toEqual([
      [],
      ['The zip file is damaged at this file; some of its notes may be wrong.'],
      [],
    ]);
  });

  it('keeps the files before the end of a truncated archive', async () => {
    const files = ['a', 'b', 'c'].map((path) => ({ path, data: GOOD }));
    const { bytes, directoryStart } = zipWithDirectory(files);
    const lines = await outcomes([source('songs.zip', bytes.subarray(0, directoryStart - 40))]);
    expect(lines.slice(0, 2)).toEqual(['songs.zip/a +', 'songs.zip/b +']);
    expect(lines.at(-1)).toMatch(
      /^songs\.zip: This zip file is damaged; [23] pieces from it were added\.$/,
    );
  });

  it('never throws on a zip with changed bytes', async () => {
    const files: ZippedFile[] = [
      { path: 'a.mid', data: GOOD },
      { path: 'b.mid', data: GOOD, sizesBehind: true },
      { path: 'c.mid', data: GOOD, method: 'stored' },
    ];
    const good = zip(files);
    const edits = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 4, max: good.length }), async (list, length) => {
        const bytes = good.slice(0, length);
        for (const [at, value] of list) bytes[at % length] = value;
        const events = await collect([source('songs.zip', bytes)]);
        const ends = events.filter((event) => event.kind !== 'progress');
        expect(ends.length).toBeGreaterThan(0);
        expect(events.at(-1)).toMatchObject({ kind: 'progress' });
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('limits of zip archives', () => {
  const zeros = new Uint8Array(4 << 20);

  it('stops at too many files', async () => {
    const files = Array.from({ length: 6 }, (_, i) => ({ path: `${i}.mid`, data: GOOD }));
    const lines = await inZip(files, { ...INTAKE_LIMITS, maxZipFiles: 4 });
    expect(lines).toHaveLength(5);
    expect(lines[4]).toBe(
      'songs.zip: This zip holds more than 4 files; the first 4 were looked at.',
    );
  });

  it('leaves out files that unpack to too much', async () => {
    const lines = await inZip([
      { path: 'bomb.mid', data: zeros },
      { path: 'good.mid', data: GOOD },
    ]);
    expect(lines).toEqual([
      'songs.zip/bomb.mid: Unpacked, this file is far larger than any MIDI file; it was left out.',
      'songs.zip/good.mid +',
    ]);
    const small = { ...INTAKE_LIMITS, maxMidiBytes: 1 << 20, maxRatio: 1e9 };
    expect(await inZip([{ path: 'large.mid', data: zeros }], small)).toHaveLength(1);
    const stored: ZippedFile = { path: 'large.mid', data: zeros, method: 'stored' };
    expect(await inZip([stored], small)).toHaveLength(1);
  }, 60_000);

  it('stops where the whole archive unpacks to too much', async () => {
    const limits = { ...INTAKE_LIMITS, maxExpandedBytes: GOOD.length * 2 + 1 };
    const files = ['a', 'b', 'c', 'd'].map((path) => ({ path, data: GOOD }));
    expect(await inZip(files, limits)).toEqual([
      'songs.zip/a +',
      'songs.zip/b +',
      'songs.zip: Unpacked, this zip is larger than 0 MB; 2 files at its end were left out.',
    ]);
  });

  it('reads bytes that several files claim only once', async () => {
    const files = ['a.mid', 'b.mid', 'c.mid'].map((path) => ({ path, data: GOOD }));
    const { bytes, directoryStart } = zipWithDirectory(files);
    const directory = new DataView(bytes.buffer, directoryStart);
    const entryLength = 46 + 'a.mid'.length;
    // The second file is the first once more; the third one's bytes begin within the first.
    directory.setUint32(entryLength + 42, 0, true);
    const inner = { path: 'c.mid', data: zip([{ path: 'd.mid', data: GOOD, method: 'stored' }]) };
    expect(await outcomes([source('songs.zip', bytes)])).toEqual([
      'songs.zip/a.mid +',
      'songs.zip/c.mid +',
      'songs.zip: 1 file in this zip stands in the same bytes as another and was left out.',
    ]);
    const nested = zipWithDirectory([{ ...inner, method: 'stored' }, files[0], files[1]]);
    const view = new DataView(nested.bytes.buffer, nested.directoryStart);
    const innerAt = 30 + 'c.mid'.length;
    for (const entry of [1, 2]) view.setUint32(entry * entryLength + 42, innerAt, true);
    const lines = await outcomes([source('songs.zip', nested.bytes)]);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(
      'songs.zip: 2 files in this zip stand in the same bytes as another and were left out.',
    );
  });

  it('does not believe the sizes that an archive states', async () => {
    const bytes = zip([{ path: 'bomb.mid', data: zeros }]);
    // The expanded size, in the local header and in the directory.
    const size = [...new Uint8Array(Uint32Array.of(zeros.length).buffer)];
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (size.every((byte, i) => bytes[at + i] === byte)) bytes.set([9, 0, 0, 0], at);
    }
    expect(await outcomes([source('songs.zip', bytes)])).toEqual([
      'songs.zip/bomb.mid: Unpacked, this file is far larger than any MIDI file; it was left out.',
    ]);
  });
});
