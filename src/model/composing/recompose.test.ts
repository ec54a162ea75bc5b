import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../music/encoding/form';
import { melody } from '../../music/encoding/melody';
import { Random } from '../../music/random';
import type { Note } from '../../music/song';
import type { Composer } from '../composer';
import { createFormComposer } from '../form/formComposer';
import { Likelihood } from '../polyphonic/likelihood';
import { buildPolyphonicNetwork } from '../polyphonic/polyphonicNetwork';
import { presets } from '../preset';
import { saveWeights } from '../weights';
import type { BarRange, RecomposedTake } from './contract';
import { type Recomposition, recompose } from './recompose';
import { TakeBuilder } from './takeBuilder';

const architecture = { kind: 'polyphonic', units: 12, layers: 1, hidden: 10 } as const;
const timeSignature = { tick: 0, numerator: 3, denominator: 4 };
const BAR = 72;
const BARS = 8;
const sampling = { temperature: 1, rhythmTemperature: 1, topP: 1 };
let composer: Composer;
let likelihood: Likelihood;
let take: RecomposedTake;

beforeAll(async () => {
  await tf.setBackend('cpu');
  const network = buildPolyphonicNetwork(
    architecture,
    form.columns,
    presets['form-small'].defaults,
  );
  const weights = await saveWeights(network);
  network.dispose();
  composer = createFormComposer(architecture, form.columns, weights);
  likelihood = new Likelihood(architecture, form.columns, weights);
  const prompt = { width: form.columns.length, data: new Int16Array(0) };
  const builder = new TakeBuilder(0, 1, form, prompt);
  const random = [Random.fromSeed(1)];
  const forms = [{ key: 0 }];
  for (const rows of composer.compose({
    ...sampling,
    prompt,
    length: BARS,
    timeSignature,
    random,
    forms,
  })) {
    for (const row of rows) builder.add(row);
  }
  const { notes, odds } = builder.composed;
  take = { notes, odds, promptNotes: 0, timeSignature };
});

function again(passage: BarRange, seeds = [1, 2, 3, 4, 5, 6]): Recomposition {
  const random = seeds.map((seed) => Random.fromSeed(seed));
  const steps = recompose(form, composer, likelihood, take, passage, { ...sampling, random });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    expect(next.value).toBeGreaterThanOrEqual(0);
    expect(next.value).toBeLessThanOrEqual(1);
  }
}

/** Onset, key and velocity of the notes that begin in `from <= bar < to`. */
function struck(notes: readonly Note[], from: number, to: number): number[][] {
  return notes
    .filter(({ tick }) => tick >= from * BAR && tick < to * BAR)
    .map(({ tick, pitch, velocity }) => [tick, pitch, velocity]);
}

describe('recompose', () => {
  it.each([
    [0, 2],
    [2, 4],
    [3, 4],
    [6, 8],
  ])('composes bars %i to %i again and leaves the others', (from, to) => {
    const { notes, odds } = again({ from, to });
    expect(struck(notes, 0, from)).toEqual(struck(take.notes, 0, from));
    expect(struck(notes, to, BARS)).toEqual(struck(take.notes, to, BARS));
    expect(struck(notes, from, to)).not.toEqual(struck(take.notes, from, to));
    expect(struck(notes, from, to).length).toBeGreaterThan(0);
    expect(struck(notes, BARS, 99)).toEqual([]);
    expect(odds).toHaveLength(notes.length);
    // Lengths change only where a key is struck again.
    for (const note of take.notes) {
      if (note.tick >= from * BAR && note.tick < to * BAR) continue;
      const left = notes.find(({ tick, pitch }) => tick === note.tick && pitch === note.pitch);
      if (left?.duration === note.duration) continue;
      const end = note.tick + (left?.duration ?? 0);
      expect(notes.some(({ tick, pitch }) => tick === end && pitch === note.pitch)).toBe(true);
    }
  });

  it('keeps the odds of each note that stays', () => {
    const { notes, odds } = again({ from: 2, to: 4 });
    take.notes.forEach((note, i) => {
      if (note.tick >= 2 * BAR && note.tick < 4 * BAR) return;
      const at = notes.findIndex(({ tick, pitch }) => tick === note.tick && pitch === note.pitch);
      expect(odds[at]).toBe(take.odds[i]);
    });
  });

  it('draws candidates that differ and keeps the one with the highest score', () => {
    const { candidates, kept, notes } = again({ from: 2, to: 4 });
    const scores = candidates.flatMap((candidate) => (candidate ? [candidate.score] : []));
    expect(new Set(scores).size).toBeGreaterThan(1);
    expect(candidates[kept]?.score).toBe(Math.max(...scores));
    expect(struck(notes, 2, 4)).toEqual(struck(candidates[kept]?.notes ?? [], 2, 4));
  });

  it('scores a candidate by the likelihood of at most four bars after it', () => {
    const { candidates, kept, notes, rows } = again({ from: 1, to: 2 });
    const from = struck(notes, 0, 2).length;
    const to = from + struck(notes, 2, 6).length;
    const nats = likelihood.nats(rows, { from, to });
    expect(candidates[kept]?.score).toBe(-nats.reduce((sum, column) => sum + column, 0));
  });

  it('gives the same notes for the same seeds, and others for other seeds', () => {
    const passage = { from: 2, to: 5 };
    expect(again(passage)).toEqual(again(passage));
    expect(again(passage, [11, 12]).notes).not.toEqual(again(passage, [13, 14]).notes);
  });

  it('refuses bars that the take does not have', () => {
    for (const [from, to] of [
      [8, 9],
      [-1, 2],
      [3, 3],
    ]) {
      expect(() => again({ from, to })).toThrow('The take has no such bars.');
    }
  });

  it('refuses takes of an encoding without form', () => {
    const random = [Random.fromSeed(1)];
    const passage = { from: 0, to: 1 };
    const steps = recompose(melody, composer, likelihood, take, passage, { ...sampling, random });
    expect(() => steps.next()).toThrow('cannot be composed again');
  });
});
