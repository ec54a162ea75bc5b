/** What is measured of each group: takes, real music, a bot that copies, one that strikes at random. */
import type { EncodingColumn, Rows } from '../../src/music/encoding/encoding';
import { studio } from '../../src/music/encoding/studio';
import type { Random } from '../../src/music/random';
import type { TimeSignature } from '../../src/music/song';
import type { Group } from './bands';
import type { EncodedSong } from './data';
import { type Material, type Passage, valuesOf } from './measures';
import { isValid, randomRows, stretches, studioRows } from './passages';
import type { PlainTake } from './requests';
import { cutBars, ending, excerpts, type Score, scoreOf, takeScore } from './score/score';
import type { Reference } from './takes';

/** Length of a take, in bars. */
export const BARS = 16;

/** Separate generators: drawing more of one kind leaves the other kind as it was. */
export interface RandomStreams {
  passages: Random;
  excerpts: Random;
}

/** A piece that takes are held beside. */
export interface KnownPiece {
  /** Of the encoding "studio". */
  rows: Rows;
  score: Score;
}

export function knownPiece({ song }: Pick<EncodedSong, 'song'>): KnownPiece {
  return { rows: studio.encode(song), score: scoreOf(song) };
}

export function groupOf(name: string, materials: readonly Material[]): Group {
  const material: Material = {
    passages: materials.flatMap(({ passages }) => passages),
    excerpts: materials.flatMap(({ excerpts }) => excerpts),
    openings: materials.flatMap(({ openings }) => openings),
    endings: materials.flatMap(({ endings }) => endings),
  };
  return {
    name,
    values: valuesOf(material),
    valid: material.passages.filter(({ notes }) => isValid(notes)).length,
    count: material.passages.length,
  };
}

/**
 * Parts of a piece, `counts` of them: passages of `length` notes, and excerpts as many bars long as
 * a take. With them its beginning and its end.
 */
export function pieceMaterial(
  piece: KnownPiece,
  reference: Reference,
  length: number,
  counts: { passages: number; excerpts: number },
  draws: RandomStreams,
): Material {
  return {
    ...edgesOf(piece),
    passages: stretches(piece.rows, length, counts.passages, draws.passages).map((part) =>
      passageOf(part, reference),
    ),
    excerpts: excerpts(piece.score, BARS, counts.excerpts, draws.excerpts),
  };
}

/** The beginning and the end of a piece, nothing of what is between. */
export function edgesOf({ score }: KnownPiece): Material {
  return { passages: [], excerpts: [], openings: [score], endings: [ending(score, BARS)] };
}

export function takeMaterial(
  { rows, notes }: PlainTake,
  columns: readonly EncodingColumn[],
  reference: Reference,
  timeSignature: TimeSignature,
): Material {
  const drawn = studioRows({ width: columns.length, data: Int32Array.from(rows) }, columns);
  const score = takeScore(notes, timeSignature);
  return {
    passages: [{ notes, measures: reference.measure(drawn, notes) }],
    excerpts: [cutBars(score, 0, BARS)],
    openings: [score],
    endings: [score],
  };
}

/** @param length notes */
export function randomMaterial(
  length: number,
  reference: Reference,
  timeSignature: TimeSignature,
  random: Random,
): Material {
  const passage = passageOf(randomRows(length, random), reference);
  const score = cutBars(takeScore(passage.notes, timeSignature), 0, BARS);
  return { passages: [passage], excerpts: [score], openings: [score], endings: [score] };
}

function passageOf(rows: Rows, reference: Reference): Passage {
  const notes = studio.decode(rows);
  return { notes, measures: reference.measure(rows, notes) };
}
