import { describe, expect, it } from 'vitest';
import { END_MARK, file, header, join, note, track } from '../music/midi/testing/midiBytes';
import { intake } from './intake';
import type { SourceFile } from './intakeEvent';
import { collect, GOOD, outcomes, source, TEXT } from './testing/intakeLines';
import { zip } from './testing/zipBytes';

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

  it('reports repairs and returns the bytes', async () => {
    const cut = GOOD.subarray(0, -6);
    const [song] = (await collect([source('a/cut.mid', cut)])).filter((e) => e.kind === 'song');
    expect(song).toMatchObject({
      file: { path: 'a/cut.mid', name: 'cut.mid' },
      index: 0,
      count: 1,
      repairs: ['Track 1 ended early; 1 note was closed where it ends.'],
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

  it('continues after a file that cannot be opened or is far too large', async () => {
    const broken: SourceFile = {
      name: 'gone.mid',
      size: 9,
      read: () => Promise.reject(new Error()),
    };
    const read: (number | undefined)[] = [];
    const huge = (name: string, size: number, start: Uint8Array): SourceFile => ({
      name,
      size,
      read: async (length) => {
        read.push(length);
        return start.subarray(0, length);
      },
    });
    const archive = zip([{ path: 'a.mid', data: GOOD }]);
    const files = [
      broken,
      huge('film.mid', 65 * 2 ** 20, GOOD),
      huge('all.zip', 1e12, archive),
      huge('large.zip', 65 * 2 ** 20, archive),
      source('good.mid', GOOD),
    ];
    expect(await outcomes(files)).toEqual([
      'gone.mid: The file could not be opened; it may have been moved or changed.',
      'film.mid: The file is larger than 64 MB; no MIDI file is.',
      'all.zip: The zip file is larger than 512 MB; unpack it.',
      'large.zip/a.mid +',
      'good.mid +',
    ]);
    expect(read).toEqual([4, 4, 4, undefined]);
  });

  it('skips clutter in folders, but reads any single file', async () => {
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

  it('takes files from an asynchronous source', async () => {
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

it('adds a file that holds a whole collection of tracks', async () => {
  const many = Array.from({ length: 300 }, () => track(note(60), END_MARK));
  expect(await outcomes([source('many.mid', file(...many))])).toEqual(['many.mid +']);
});
