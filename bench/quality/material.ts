/** Measured material of each group: takes, real music, a copying bot, a random bot. */
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

/** Separate generators, so that drawing more of one kind does not change the other kind. */
export interface RandomStreams {
  passages: Random;
  excerpts: Random;
}

/** A piece for comparison with takes. */
export interface KnownPiece {
  /** Rows of the encoding "studio". */
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
 * Samples of a piece, `counts` of them: passages of `length` notes, and excerpts with the bars of a
 * take, along with the piece's beginning and end.
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

/** Beginning and end of a piece, without the middle. */
export function edgesOf({ score }: KnownPiece): Material {
  return { passages: [], excerpts: [], openings: [score], endings: [ending(score, BARS)] };
}

export function takeMaterial(
  { rows, notes }: PlainTake,
  columns: readonly EncodingColumn[],
  reference: Reference,
  timeSignature: TimeSignature,
): Material {
  const drawn = studioRows({ width: columns.length, data: Int16Array.from(rows) }, columns);
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
