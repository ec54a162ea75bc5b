import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { intake } from './intake';
import { INTAKE_LIMITS, type IntakeEvent, type IntakeLimits, type SourceFile } from './intakeEvent';
import { END_MARK, file, goodFile, header, join, note, track } from './testing/midiBytes';
import { type ZippedFile, zip, zipWithDirectory } from './testing/zipBytes';

const GOOD = goodFile();
const TEXT = new TextEncoder().encode('Shopping list: eggs, milk.');

function source(name: string, bytes: Uint8Array): SourceFile {
  return { name, size: bytes.length, read: async () => bytes };
}

async function collect(
  files: AsyncIterable<SourceFile> | Iterable<SourceFile>,
  limits?: IntakeLimits,
): Promise<IntakeEvent[]> {
  const events: IntakeEvent[] = [];
  for await (const event of intake(files, new AbortController().signal, limits)) events.push(event);
  return events;
}

/** One line for each song and each rejection. */
async function outcomes(files: Iterable<SourceFile>, limits?: IntakeLimits): Promise<string[]> {
  const lines: string[] = [];
  for (const event of await collect(files, limits)) {
    if (event.kind === 'song') lines.push(`${event.file.path} +`);
    if (event.kind === 'rejected') lines.push(`${event.file.path}: ${event.reason}`);
  }
  return lines;
}

function inZip(files: ZippedFile[], limits?: IntakeLimits): Promise<string[]> {
  return outcomes([source('songs.zip', zip(files))], limits);
}

describe('intake of files', () => {
  it('judges by bytes, and adds the good beside the bad', async () => {
    const files = [
      source('good.txt', GOOD),
      source('empty.mid', join()),
      source('text.mid', TEXT),
      source('cut.mid', GOOD.subarray(0, -6)),
      source('smpte.mid', join(header(0, 1, 0xe728), track(note(60), END_MARK))),
      source('no tracks.mid', header(1, 0)),
      source('picture.png', zip([{ path: 'in zip.mid', data: GOOD }])),
    ];
    expect(await outcomes(files)).toEqual([
      'good.txt +',
      'empty.mid: The file is empty.',
      'text.mid: This is a text file, not MIDI, whatever its name says.',
      'cut.mid +',
      'smpte.mid +',
      'no tracks.mid: The MIDI file holds no tracks.',
      'picture.png/in zip.mid +',
    ]);
  });

  it('tells what was mended, and gives the bytes', async () => {
    const cut = GOOD.subarray(0, -6);
    const [song] = (await collect([source('a/cut.mid', cut)])).filter((e) => e.kind === 'song');
    expect(song).toMatchObject({
      file: { path: 'a/cut.mid', name: 'cut.mid' },
      index: 0,
      count: 1,
      mended: ['Track 1 ended early; 1 note was closed where it ends.'],
      bytes: cut,
    });
  });

  it('gives each song of a file of format 2', async () => {
    const body = track(note(60), END_MARK);
    const events = await collect([source('two.mid', join(header(2, 2), body, body))]);
    const songs = events.filter((event) => event.kind === 'song');
    expect(songs.map(({ index, count }) => [index, count])).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('goes on behind a file that cannot be opened or is far too large', async () => {
    const broken: SourceFile = {
      name: 'gone.mid',
      size: 9,
      read: () => Promise.reject(new Error()),
    };
    const huge: SourceFile = {
      name: 'film.mid',
      size: 1e12,
      read: () => Promise.reject(new Error()),
    };
    expect(await outcomes([broken, huge, source('good.mid', GOOD)])).toEqual([
      'gone.mid: The file could not be opened; it may have been moved or changed.',
      'film.mid: The file is larger than 512 MB; no MIDI file is.',
      'good.mid +',
    ]);
  });

  it('passes over clutter in folders, but looks at any file added by itself', async () => {
    const files = [
      source('songs/.DS_Store', TEXT),
      source('.hidden', GOOD),
      source('a/b.mid', GOOD),
    ];
    expect(await outcomes(files)).toEqual(['.hidden +', 'a/b.mid +']);
  });

  it('counts progress, whose total grows as zips are opened', async () => {
    const files = [
      source('one.mid', GOOD),
      source(
        'songs.zip',
        zip([
          { path: 'a', data: GOOD },
          { path: 'b', data: TEXT },
        ]),
      ),
    ];
    const steps = (await collect(files)).flatMap((event) => {
      return event.kind === 'progress' ? [`${event.done}/${event.total}`] : [];
    });
    expect(steps).toEqual(['1/2', '1/4', '2/4', '3/4', '4/4']);
  });

  it('takes files that come one by one', async () => {
    async function* arriving(): AsyncGenerator<SourceFile> {
      yield source('one.mid', GOOD);
      yield source('two.mid', GOOD);
    }
    const last = (await collect(arriving())).at(-1);
    expect(last).toEqual({ kind: 'progress', done: 2, total: 2 });
  });

  it('stops when cancelled, also within a zip', async () => {
    const files = Array.from({ length: 20 }, (_, i) => ({ path: `${i}.mid`, data: GOOD }));
    const controller = new AbortController();
    let songs = 0;
    for await (const event of intake([source('songs.zip', zip(files))], controller.signal)) {
      if (event.kind === 'song' && ++songs === 3) controller.abort();
    }
    expect(songs).toBe(3);
  });
});

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

  it('passes over folders and clutter, and names what is not MIDI', async () => {
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
      'songs.zip/a/sound.mid: This is an audio recording (WAV), not MIDI.',
      'songs.zip/../../a.mid +',
    ]);
  });

  it('says so where there is nothing in it', async () => {
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

  it('says that a password is in the way', async () => {
    const lines = await inZip([
      { path: 'a.mid', data: GOOD, encrypted: true },
      { path: 'b.mid', data: GOOD },
    ]);
    expect(lines).toEqual([
      'songs.zip/b.mid +',
      'songs.zip: 1 file in this zip is protected by a password; unpack it first and add what it holds.',
    ]);
  });

  it('reads on behind damage, and says where it was', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((path) => ({ path, data: GOOD }));
    const damaged = zip([a, { ...b, crc: 123 }, c]);
    const events = await collect([source('songs.zip', damaged)]);
    const mended = events.flatMap((event) => (event.kind === 'song' ? [event.mended] : []));
    expect(mended).toEqual([
      [],
      ['The zip file is damaged at this file; some of its notes may be wrong.'],
      [],
    ]);
  });

  it('keeps what stands before the place where an archive breaks off', async () => {
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
    const small = { ...INTAKE_LIMITS, maxEntryBytes: 1 << 20, maxRatio: 1e9 };
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

it('adds a file that holds a whole collection of tracks', async () => {
  const many = Array.from({ length: 300 }, () => track(note(60), END_MARK));
  expect(await outcomes([source('many.mid', file(...many))])).toEqual(['many.mid +']);
});
