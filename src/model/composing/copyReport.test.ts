import { describe, expect, it } from 'vitest';
import { melody } from '../../music/encoding/melody';
import { studio } from '../../music/encoding/studio';
import { packSong } from '../../music/packedSong';
import { RunIndex, writeRunIndex } from '../../music/runIndex';
import { performance, savedAgain, transposed } from '../../music/testing/performance';
import type { TrainingPiece } from './contract';
import { CopyJudge } from './copyReport';

const QUARTER = 480;

/** A piece of quarter notes in 3/4. */
function piece(id: string, pitches: number[]): TrainingPiece {
  const notes = pitches.map((pitch, i) => ({
    tick: i * QUARTER,
    duration: QUARTER,
    pitch,
    velocity: 80,
  }));
  const song = packSong({
    title: id,
    ppq: QUARTER,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  });
  return { id, title: `The ${id}`, song };
}

const walk = piece('walk', [60, 62, 64, 65, 67, 69, 71, 72, 74, 76]);
const jump = piece('jump', [60, 72, 48, 84, 36, 50, 49, 61]);
const held = piece('held', [50, 52, 54, 55, 90, 30, 91, 33]);
const other = piece('other', [60, 61, 60, 61]);

const rows = (pitches: number[]) => ({
  width: 1,
  data: Int16Array.from(pitches, (pitch) => pitch - 21),
});
const model = (training: string[], validation: string[] = []) => ({
  encoding: { id: 'melody' as const, version: melody.version },
  trainedOn: { training, validation },
});

describe('the copying report', () => {
  it('names the longest run up to transposition, its piece and its bar', () => {
    const judge = new CopyJudge(model(['walk', 'jump']), [walk, jump, other]);
    // Six steps of `jump`, a semitone up, from its third note.
    expect(judge.judge(rows([30, 49, 85, 37, 51, 50, 62, 30]), 0)).toEqual({
      notes: 6,
      start: 1,
      title: 'The jump',
      bar: 1,
      heldOut: [],
      trainedOn: { pieces: 2, missing: 0 },
    });
    // From the fourth quarter of `walk`, three per bar.
    expect(judge.judge(rows([90, 65, 67, 69, 71]), 0)).toMatchObject({ notes: 4, bar: 2 });
  });

  it('leaves out the prompt', () => {
    const judge = new CopyJudge(model(['jump']), [jump]);
    const take = rows([60, 72, 48, 84, 36, 50, 30, 30, 30]);
    expect(judge.judge(take, 0)?.notes).toBe(6);
    expect(judge.judge(take, 6)?.notes).toBe(0);
  });

  it('reports held-out pieces of the same length, longest first', () => {
    const judge = new CopyJudge(model(['walk', 'jump'], ['held', 'other']), [
      walk,
      jump,
      held,
      other,
    ]);
    expect(judge.judge(rows([30, 40, 30, 40, 30, 40, 30, 40]), 0)?.heldOut).toEqual([4, 2]);
    // Only two notes of each are compared.
    expect(judge.judge(rows([30, 40]), 0)?.heldOut).toEqual([2, 2]);
  });

  it('measures by no held-out piece that is itself a copy', () => {
    const long = Array.from({ length: 40 }, (_, i) => 60 + ((i * 7) % 12));
    const original = piece('original', long);
    const copy = piece('copy', [...long]);
    const higher = piece(
      'higher',
      long.map((pitch) => pitch + 5),
    );
    const excerpt = piece('excerpt', [...long.slice(5, 35), 90, 30, 91]);
    const all = [original, copy, higher, excerpt, held];
    const judge = new CopyJudge(model(['original'], ['copy', 'higher', 'excerpt', 'held']), all);
    const report = judge.judge(rows(long), 0);
    expect(report?.notes).toBe(40);
    expect(report?.heldOut).toEqual([0]);
  });

  it('measures by no performance that was saved again', () => {
    const [played, other] = [1, 2].map((seed) => performance(seed));
    const pieces = [played, savedAgain(played, 96), transposed(savedAgain(played, 384), 3), other];
    const all = pieces.map((song, i) => ({ id: `${i}`, title: '', song: packSong(song) }));
    for (const encoding of [melody, studio]) {
      const id = encoding === melody ? 'melody' : 'studio';
      const trainedOn = { training: ['0'], validation: ['1', '2', '3'] };
      const judge = new CopyJudge({ encoding: { id, version: 1 }, trainedOn }, all);
      expect(judge.judge(encoding.encode(played), 0)?.heldOut).toHaveLength(1);
    }
  });

  it('searches training pieces only', () => {
    const judge = new CopyJudge(model(['walk']), [walk, jump]);
    expect(judge.judge(rows([60, 72, 48, 84, 36]), 0)?.notes).toBeLessThan(3);
  });

  it('counts the missing pieces', () => {
    const judge = new CopyJudge(model(['walk', 'jump', 'gone']), [walk]);
    expect(judge.judge(rows([60, 62, 64]), 0)).toMatchObject({
      notes: 3,
      trainedOn: { pieces: 3, missing: 2 },
    });
  });

  it('has no comparison without training pieces', () => {
    const judge = new CopyJudge(model(['gone'], ['held']), [held]);
    expect(judge.judge(rows([60, 62, 64]), 0)).toEqual({
      notes: 0,
      start: 0,
      title: '',
      bar: 0,
      heldOut: [],
      trainedOn: { pieces: 1, missing: 1 },
    });
  });

  it('is undefined for a model without training pieces', () => {
    expect(new CopyJudge(model([]), [walk]).judge(rows([60, 62]), 0)).toBeUndefined();
  });
});

it('reports what a published root was taught on, beside the pieces or alone', () => {
  const taught = Array.from({ length: 200 }, (_, i) => 30 + ((i * i * 7 + 3 * i) % 41));
  const index = new RunIndex(writeRunIndex([rows([40, 41]), rows(taught)], melody));
  const published = { index, titles: ['A', 'B'], pieces: 2, usual: 14 };
  const take = rows(taught.slice(50, 120).map((pitch) => pitch + 2));
  const alone = new CopyJudge(model([]), [], published).judge(take, 0);
  expect(alone).toMatchObject({ notes: 0, trainedOn: { pieces: 0, missing: 0 } });
  expect(alone?.published).toMatchObject({ title: 'B', pieces: 2, usual: 14, certain: 37 });
  expect(alone?.published?.notes).toBeGreaterThan(30);
  const beside = new CopyJudge(model(['walk']), [walk], published).judge(rows([60, 62, 64]), 0);
  expect(beside).toMatchObject({ notes: 3, published: { notes: 0, title: '' } });
});
