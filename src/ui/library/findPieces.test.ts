import { expect, it } from 'vitest';
import { makePiece } from '../testApp';
import { findPieces } from './findPieces';

const pieces = [
  makePiece('Rêverie', { fileName: 'debussy/reverie.mid' }),
  makePiece('Maple Leaf Rag', { fileName: 'joplin/maple.mid' }),
  makePiece('Solace', { song: { ...makePiece('').song, composer: 'Scott Joplin' } }),
];

const found = (typed: string): string[] => findPieces(pieces, typed).map(({ title }) => title);

it('looks in titles, composers and file names, for every word', () => {
  expect(found('rag joplin')).toEqual(['Maple Leaf Rag']);
  expect(found('mid')).toHaveLength(3);
  expect(found('scott')).toEqual(['Solace']);
  expect(found('rag debussy')).toEqual([]);
});

it('needs neither case nor accents', () => {
  expect(found('REVERIE')).toEqual(['Rêverie']);
  expect(found('rêv')).toEqual(['Rêverie']);
});

it('finds all where nothing is typed', () => {
  expect(findPieces(pieces, '  ')).toBe(pieces);
});
