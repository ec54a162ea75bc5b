/**
 * Measures of the sample library, against reference values (means of excerpts of 16 bars) found
 * before the measures were written.
 */
import { expect, it } from 'vitest';
import { Random } from '../../src/music/random.ts';
import { librarySongs } from '../../src/music/testSongs.ts';
import { meanOf } from './bands.ts';
import { BARS, groupOf, knownPiece, pieceMaterial } from './material.ts';
import type { Measure } from './measures.ts';
import { Reference } from './takes.ts';

/** Approximate number of notes in sixteen bars of these pieces. */
const LENGTH = 270;

it('gives the reference values of real pieces', () => {
  const pieces = librarySongs().map(knownPiece);
  const reference = new Reference([]);
  const draws = { passages: Random.fromSeed(7), excerpts: Random.fromSeed(8) };
  const group = groupOf(
    'sample library',
    pieces.map((piece) =>
      pieceMaterial(piece, reference, LENGTH, { passages: 8, excerpts: 8 }, draws),
    ),
  );
  const of = (measure: Measure): number => meanOf(group, measure);
  const found: Partial<Record<Measure, number>> = {
    distinctFourGrams: of('distinctFourGrams'),
    heardBefore: of('heardBefore'),
    notesPerOnset: of('notesPerOnset'),
    inBestScale: of('inBestScale'),
    semitoneClashes: of('semitoneClashes'),
    exactBarRepeats: of('exactBarRepeats'),
    bestBarMatch: of('bestBarMatch'),
    endsOnTonicTriad: of('endsOnTonicTriad'),
    startsOnGrid: of('startsOnGrid'),
  };
  const shown = Object.entries(found).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.info(`Sample library, ${LENGTH} notes or ${BARS} bars: ${shown.join(', ')}`);
  expect(found.distinctFourGrams).toBeCloseTo(0.71, 1);
  expect(found.heardBefore).toBeCloseTo(0.27, 1);
  expect(found.notesPerOnset).toBeCloseTo(2.44, 1);
  expect(found.inBestScale).toBeCloseTo(0.9, 1);
  expect(found.semitoneClashes).toBeGreaterThan(0.012);
  expect(found.semitoneClashes).toBeLessThan(0.025);
  expect(found.exactBarRepeats).toBeGreaterThan(1.6);
  expect(found.exactBarRepeats).toBeLessThan(3.3);
  expect(found.bestBarMatch).toBeGreaterThan(0.34);
  expect(found.bestBarMatch).toBeLessThan(0.41);
  expect(found.endsOnTonicTriad).toBe(0.6);
  expect(found.startsOnGrid).toBe(1);
});
