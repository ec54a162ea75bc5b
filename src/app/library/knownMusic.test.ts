import { expect, it, vi } from 'vitest';
import { musicIdentity } from '../../music/identity';
import { packSong } from '../../music/packedSong';
import { performance as played, savedAgain } from '../../music/testing/performance';
import { pieceOf } from '../testing/composing';
import { KnownMusic, type Newcomer } from './knownMusic';
import type { Piece } from './libraryState';

const [two, three, four] = [2, 3, 4].map((notes) => pieceOf(`${notes} notes`, notes));

function newcomer({ song, title }: Piece): Newcomer {
  return { song, title, identity: musicIdentity(song) };
}

it('admits a piece once, under whatever title', async () => {
  const known = await KnownMusic.of([two]);
  expect(known.remark).toBeUndefined();
  expect(known.admit(newcomer(three))).toBe(true);
  expect(known.admit({ ...newcomer(three), title: 'Copy' })).toBe(false);
  expect(known.remark).toBe('“Copy” is already here.');
});

it('knows the pieces of the library', async () => {
  const known = await KnownMusic.of([two, three]);
  const again = [two, three, four].map(({ notes }) => newcomer(pieceOf('x', notes)));
  expect(again.map((piece) => known.admit(piece))).toEqual([false, false, true]);
  expect(known.remark).toBe('2 already here.');
});

it('knows a performance that was saved again, and no other of the same pitches', async () => {
  const [first, second] = [1, 2].map((seed) => played(seed));
  const known = await KnownMusic.of([{ song: packSong(first) }]);
  const isNew = (song: typeof first): boolean =>
    known.admit(newcomer({ ...two, song: packSong(song) }));
  expect(isNew(savedAgain(first, 96))).toBe(false);
  expect(isNew(second)).toBe(true);
  const [track] = second.tracks;
  const { notes } = track;
  const last = notes[notes.length - 1].tick;
  const backwards = notes.map((note) => ({ ...note, tick: last - note.tick })).reverse();
  expect(isNew({ ...second, tracks: [{ ...track, notes: backwards }] })).toBe(true);
});

it('lets the page answer while it hashes a large library', async () => {
  const library = Array.from({ length: 10 }, (_, i) => pieceOf('long', 10 + i));
  // Each look at the clock finds it half a go later.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  let answers = 0;
  const page = setInterval(() => answers++, 0);
  await KnownMusic.of(library);
  clearInterval(page);
  vi.restoreAllMocks();
  expect(answers).toBeGreaterThan(1);
});
