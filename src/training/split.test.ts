import { describe, expect, it } from 'vitest';
import { melody } from '../music/encoding/melody';
import { studio } from '../music/encoding/studio';
import { keysOf, strokesOf } from '../music/identity';
import { packSong } from '../music/packedSong';
import { Random } from '../music/random';
import { songOf } from '../music/score/testing/songOf';
import { performance, savedAgain, transposed } from '../music/testing/performance';
import { type EncodedPiece, splitAs, splitPieces } from './split';

const ids = (pieces: readonly EncodedPiece[]): string[] => pieces.map(({ id }) => id);

function piecesOf(...names: string[]): EncodedPiece[] {
  // Each a work of its own.
  return names.map((id, i) => ({ id, rows: { width: 1, data: Int16Array.of(1, 2, 3 + i) } }));
}

describe('the split of a run that starts from a model', () => {
  it('holds out what the model held out before', () => {
    const pieces = piecesOf(...'abcdefghij');
    for (const seed of [1, 2, 3, 4]) {
      const known = { pieces: [...'abcdefgij'], heldOut: ['h'] };
      expect(ids(splitPieces(pieces, seed, melody, known).validation)).toEqual(['h']);
    }
  });

  it('holds out no piece that the model was trained on', () => {
    const pieces = piecesOf(...'abcdefghijklmnopqrst');
    const known = { pieces: [...'abcdefghijklmnop'], heldOut: [] };
    for (const seed of [1, 2, 3, 4]) {
      const { validation } = splitPieces(pieces, seed, melody, known);
      expect(validation).toHaveLength(2);
      for (const { id } of validation) expect(known.pieces).not.toContain(id);
    }
  });

  it('learns from the only new piece', () => {
    const { training, validation } = splitPieces(piecesOf('a', 'b'), 1, melody, {
      pieces: ['a'],
      heldOut: [],
    });
    expect(ids(training)).toEqual(['a', 'b']);
    expect(validation).toEqual([]);
  });

  it('is that of a run from nothing where every piece is new', () => {
    const pieces = piecesOf(...'abcdefghij');
    for (const seed of [1, 2, 3, 4]) {
      const known = { pieces: [], heldOut: [] };
      expect(splitPieces(pieces, seed, melody, known)).toEqual(splitPieces(pieces, seed, melody));
    }
  });
});

describe('copies', () => {
  const songs = [1, 2, 3, 4, 5].map((seed) => performance(seed));
  const all = songs.flatMap((song) => [
    song,
    savedAgain(song, 96),
    transposed(savedAgain(song, 384), 2),
  ]);

  it.each([melody, studio])('of a performance stay on one side in $id', (encoding) => {
    const pieces = all.map((song, i) => ({
      id: `${i}`,
      rows: encoding.encode(song),
      strokes: strokesOf(packSong(song)),
    }));
    for (let seed = 1; seed < 6; seed++) {
      const { validation } = splitPieces(pieces, seed, encoding);
      const works = new Set(validation.map(({ id }) => Math.floor(Number(id) / 3)));
      expect([validation.length, works.size]).toEqual([3, 1]);
    }
  });

  it('are not other orders of the same notes', () => {
    const random = Random.fromSeed(1);
    const exercises = Array.from({ length: 20 }, () => {
      const scale = [60, 62, 64, 65, 67, 69, 71, 72];
      random.shuffle(scale);
      return songOf([...scale, ...scale].map((pitch, at) => [at * 24, 24, pitch]));
    });
    const pieces = exercises.map((song, i) => ({
      id: `${i}`,
      rows: melody.encode(song),
      strokes: strokesOf(packSong(song)),
    }));
    const { training, validation } = splitPieces(pieces, 1, melody);
    expect(new Set(pieces.map(({ strokes }) => keysOf(strokes).work)).size).toBe(1);
    expect([training.length, validation.length]).toEqual([18, 2]);
  });

  it('are arrangements of one melody, and copies of these', () => {
    const strokes = (seed: number) => strokesOf(packSong(songs[seed]));
    const rows = (last: number) => ({ width: 1, data: Int16Array.of(1, 2, last) });
    const pieces = [
      { id: 'a', rows: rows(5), strokes: strokes(0) },
      { id: 'b', rows: rows(6), strokes: strokes(1) },
      { id: 'c', rows: rows(5), strokes: strokes(1) },
      { id: 'd', rows: rows(7), strokes: strokes(2) },
    ];
    const { training, validation } = splitPieces(pieces, 1, melody);
    expect([ids(training), ids(validation)].sort()).toEqual([['a', 'b', 'c'], ['d']]);
  });
});

describe('the split of a resumed run', () => {
  it('is the stored one', () => {
    const split = splitAs(piecesOf('a', 'b', 'c'), { training: ['a', 'c'], validation: ['b'] });
    expect(split && [ids(split.training), ids(split.validation)]).toEqual([['a', 'c'], ['b']]);
  });

  it('is unknown where a piece is missing', () => {
    expect(splitAs(piecesOf('a'), { training: ['a', 'c'], validation: [] })).toBeUndefined();
  });
});
