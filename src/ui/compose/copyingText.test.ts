import { describe, expect, it } from 'vitest';
import type { Take } from '../../app/compose/take';
import { makeTake, scale } from '../testApp';
import { type CopyingVerdict, copyingVerdict, sharedRun } from './copyingText';

type CopyReport = NonNullable<Take['copying']>;

const report: CopyReport = {
  notes: 9,
  start: 30,
  title: 'Maple Leaf Rag',
  bar: 12,
  heldOut: [7, 5, 5],
};

function judged(copying: Partial<CopyReport>, notes = 100): CopyingVerdict | undefined {
  return copyingVerdict(
    makeTake('Take 1', { notes: scale(notes), copying: { ...report, ...copying } }),
  );
}

describe('copyingVerdict', () => {
  it('gives the figures in plain words', () => {
    expect(judged({})?.sentence).toBe(
      'Longest run shared with a piece it learnt from: 9 notes (Maple Leaf Rag, bar 12). ' +
        'Pieces it never saw share up to 7.',
    );
  });
  it('measures the take by what real pieces share', () => {
    expect(judged({ notes: 7 })).toMatchObject({ kind: 'usual', verdict: 'Original' });
    expect(judged({ notes: 8 })).toMatchObject({
      kind: 'longer',
      verdict: 'A passage as in Maple Leaf Rag',
    });
  });
  it('calls a run as short as chance usual', () => {
    expect(judged({ notes: 5, heldOut: [2] })?.kind).toBe('usual');
    expect(judged({ notes: 6, heldOut: [2] })?.kind).toBe('longer');
  });
  it('calls it copied when one run is half of what was composed', () => {
    expect(judged({ notes: 49 })?.kind).toBe('longer');
    expect(judged({ notes: 50 })).toMatchObject({
      kind: 'copied',
      verdict: 'Mostly copied from Maple Leaf Rag',
    });
  });
  it('ignores the prompt', () => {
    const take = { notes: scale(100), promptNotes: 60, copying: { ...report, notes: 20 } };
    expect(copyingVerdict(take)?.kind).toBe('copied');
  });
  it('does not call a handful of notes a copy, nor what real pieces share as well', () => {
    expect(judged({ notes: 8 }, 10)?.kind).toBe('longer');
    expect(judged({ notes: 60, heldOut: [64] })?.kind).toBe('usual');
  });
  it('says when there is nothing to compare with, and still sees a copy', () => {
    expect(judged({ heldOut: [] })).toMatchObject({
      kind: 'unknown',
      sentence: expect.stringContaining('There is no unseen piece'),
    });
    expect(judged({ heldOut: [], notes: 80 })?.kind).toBe('copied');
  });
  it('says when nothing is shared', () => {
    expect(judged({ notes: 0, title: '', bar: 0 })).toEqual({
      kind: 'usual',
      verdict: 'Original',
      sentence:
        'It shares no run of notes with the pieces it learnt from. Pieces it never saw share up to 7.',
    });
  });
  it('says which share of the training pieces could not be searched', () => {
    expect(judged({ trainedOn: { pieces: 9, missing: 0 } })?.sentence).toBe(judged({})?.sentence);
    expect(judged({ trainedOn: { pieces: 9, missing: 1 } })?.sentence).toMatch(
      /1 of the 9 pieces it learnt from is no longer here\.$/,
    );
    expect(judged({ trainedOn: { pieces: 9, missing: 2 } })?.sentence).toMatch(
      /^Longest run.* 2 of/,
    );
  });
  it('calls nothing original where no training piece could be searched', () => {
    const nothing = { notes: 0, title: '', bar: 0, heldOut: [] };
    expect(judged({ ...nothing, trainedOn: { pieces: 9, missing: 9 } })).toEqual({
      kind: 'unknown',
      verdict: 'Not compared with its pieces',
      sentence: 'The 9 pieces it learnt from are not in this library.',
    });
    expect(judged({ ...nothing, trainedOn: { pieces: 1, missing: 1 } })?.sentence).toBe(
      'The piece it learnt from is not in this library.',
    );
  });
  it('says nothing before the take is finished', () => {
    expect(copyingVerdict(makeTake('Take 1'))).toBeUndefined();
  });
});

it('marks the shared run', () => {
  expect(sharedRun({ copying: report })).toEqual({
    from: 30,
    count: 9,
    text: 'also in Maple Leaf Rag, bar 12',
  });
  expect(sharedRun({ copying: { ...report, notes: 0 } })).toBeUndefined();
  expect(sharedRun({})).toBeUndefined();
});

describe('copyingVerdict of a model with a published root', () => {
  const published = { notes: 0, start: 0, title: '', pieces: 2608, usual: 14, certain: 37 };
  const alone = { notes: 0, title: '', bar: 0, heldOut: [], trainedOn: { pieces: 0, missing: 0 } };

  it('says what was searched, without pieces of the person', () => {
    expect(judged({ ...alone, published })).toEqual({
      kind: 'usual',
      verdict: 'Original',
      sentence:
        'It shares no run of 37 notes with the 2,608 scores that Etude’s model was taught on.',
    });
  });

  it('names the score of a long run, and marks it', () => {
    const long = { ...published, notes: 60, start: 5, title: 'Nocturne (Chopin)' };
    expect(judged({ ...alone, published: long })).toMatchObject({
      kind: 'copied',
      verdict: 'Mostly copied from Nocturne (Chopin)',
      sentence:
        'Shared with the 2,608 scores that Etude’s model was taught on: a run of at least 60 ' +
        'notes (Nocturne (Chopin)). 19 of 20 other scores share up to 14.',
    });
    expect(sharedRun({ copying: { ...report, ...alone, published: long } })).toEqual({
      from: 5,
      count: 60,
      text: 'also in Nocturne (Chopin)',
    });
  });

  it('gives the worse of two verdicts, with both sentences', () => {
    const both = judged({ notes: 7, published: { ...published, notes: 20, title: 'A' } });
    expect(both).toMatchObject({ kind: 'longer', verdict: 'A passage as in A' });
    expect(both?.sentence).toContain('a piece it learnt from: 7 notes');
    expect(both?.sentence).toContain('at least 20 notes (A)');
  });
});
