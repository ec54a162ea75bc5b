import { describe, expect, it } from 'vitest';
import { melody } from '../music/encoding/melody';
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

describe('the split of a resumed run', () => {
  it('is the stored one', () => {
    const split = splitAs(piecesOf('a', 'b', 'c'), { training: ['a', 'c'], validation: ['b'] });
    expect(split && [ids(split.training), ids(split.validation)]).toEqual([['a', 'c'], ['b']]);
  });

  it('is unknown where a piece is missing', () => {
    expect(splitAs(piecesOf('a'), { training: ['a', 'c'], validation: [] })).toBeUndefined();
  });
});
