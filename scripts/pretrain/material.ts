/** What the start model is taught: the scores of an archive, without copies, split by composer. */
import { readFileSync } from 'node:fs';
import { archivePieces, fewPieces } from '../../bench/quality/data';
import type { Encoding } from '../../src/music/encoding/encoding';
import { studio } from '../../src/music/encoding/studio';
import { Random } from '../../src/music/random';
import { librarySongs } from '../../src/music/testSongs';
import { readCatalogue, type Score } from './catalogue';
import { CopySearch, type Guarded } from './copies';
import { type EncodedScore, encodeScore, type VoiceChoice } from './encode';
import { type Split, splitByComposer, type Work } from './split';

export interface MaterialOptions {
  /** Path of the archive. */
  archive: string;
  voice: VoiceChoice;
  /** Number of scores to draw. Default: all. */
  limit?: number;
  /** Seed of the draw and of the split. */
  seed: number;
}

export interface Taught extends EncodedScore, Work {}

export interface Material extends Split<Taught> {
  /** Scores left out, with reasons. */
  leftOut: { file: string; why: string }[];
}

/** Archives of the benchmarks, whose held-out and validation pieces must stay unknown. */
const GUARDED_ARCHIVES = ['classical-piano.zip', 'mutopia-public-domain.zip'];

export function readMaterial(
  { archive, voice, limit, seed }: MaterialOptions,
  encoding: Encoding,
  say: (text: string) => void,
): Material {
  const scores = draw(readCatalogue(readFileSync(archive)), limit, seed);
  say(`${scores.length} scores read.`);
  const leftOut: Material['leftOut'] = [];
  const unknown = withoutCopies(scores, guardedPieces(), leftOut);
  say(`${scores.length - unknown.length} left out as copies of pieces held out elsewhere.`);
  const taught = unknown.flatMap((score): Taught[] => {
    const encoded = encodeScore(score, encoding, voice);
    if (!encoded) {
      leftOut.push({ file: score.file, why: 'no notes without its voices' });
      return [];
    }
    const notes = encoded.rows.data.length / encoded.rows.width;
    return [{ ...encoded, source: score.source, person: score.person, notes }];
  });
  const { training, validation, test } = splitByComposer(taught, seed);
  const held = [...validation, ...test].map(({ score }) => ({ name: score.file, ...score }));
  const kept = new Set(
    withoutCopies(
      training.map(({ score }) => score),
      held,
      leftOut,
    ),
  );
  say(`${training.length - kept.size} left out as copies of pieces held out here.`);
  return { training: training.filter(({ score }) => kept.has(score)), validation, test, leftOut };
}

function draw(scores: Score[], limit: number | undefined, seed: number): Score[] {
  if (limit === undefined || limit >= scores.length) return scores;
  const order = scores.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  return order
    .slice(0, limit)
    .sort((a, b) => a - b)
    .map((i) => scores[i]);
}

/** Held-out and validation pieces of the benchmarks, and the sample library. */
function guardedPieces(): Guarded[] {
  const splits = [
    ...GUARDED_ARCHIVES.map((archive) => archivePieces(archive, studio)),
    fewPieces(1, studio),
  ];
  const held = splits.flatMap(({ test, validation }) => [...test, ...validation]);
  return [...held.map(({ id, song }) => ({ name: id, song })), ...librarySongs()];
}

function withoutCopies(
  scores: readonly Score[],
  guarded: readonly Guarded[],
  leftOut: Material['leftOut'],
): Score[] {
  const search = new CopySearch(guarded);
  return scores.filter(({ file, song }) => {
    const copy = search.find(song);
    if (copy) {
      const share = (100 * copy.share).toFixed(1);
      leftOut.push({ file, why: `shares ${copy.runs} runs (${share} %) with ${copy.of}` });
    }
    return copy === undefined;
  });
}
