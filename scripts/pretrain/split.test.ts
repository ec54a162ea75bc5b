import { describe, expect, it } from 'vitest';
import { composerOf } from './composers';
import { splitByComposer, type Work } from './split';

const works: Work[] = Array.from({ length: 400 }, (_, i) => ({
  source: i % 3 === 0 ? 'songs' : 'piano',
  person: i % 10 === 9 ? undefined : `Composer ${i % 73}`,
  notes: 100 + (i % 7),
}));

const notes = (some: readonly Work[]): number => some.reduce((sum, work) => sum + work.notes, 0);
const people = (some: readonly Work[]): Set<string | undefined> =>
  new Set(some.map(({ person }) => person));

describe('the split by composer', () => {
  const { training, validation, test } = splitByComposer(works, 1);

  it('keeps every piece, and every composer in one part', () => {
    expect(training.length + validation.length + test.length).toBe(works.length);
    for (const person of people(validation)) {
      expect(people(training).has(person)).toBe(false);
      expect(people(test).has(person)).toBe(false);
    }
    for (const person of people(test)) expect(people(training).has(person)).toBe(false);
  });

  it('holds out at most a twentieth for each part, and not much less', () => {
    for (const part of [validation, test]) {
      expect(notes(part) / notes(works)).toBeLessThanOrEqual(0.05);
      expect(notes(part) / notes(works)).toBeGreaterThan(0.025);
    }
  });

  it('teaches anonymous pieces and composers with a large share', () => {
    const many = Array.from({ length: 40 }, () => ({ ...works[0], person: 'Prolific' }));
    const split = splitByComposer([...works, ...many], 1);
    for (const part of [split.validation, split.test]) {
      expect(people(part).has(undefined)).toBe(false);
      expect(people(part).has('Prolific')).toBe(false);
    }
  });

  it('follows from the seed', () => {
    expect(splitByComposer(works, 1)).toEqual({ training, validation, test });
    expect(splitByComposer(works, 2)).not.toEqual({ training, validation, test });
  });
});

it('knows a composer under the spellings of several sources', () => {
  const chopin = ['ChopinFF', 'Chopin, Frederic', 'Chopin, Frédéric'].map(composerOf);
  expect(new Set(chopin)).toEqual(new Set(['Chopin, Frédéric']));
  expect(composerOf('WanhalJ')).toBe(composerOf('Vanhal, Johann Baptist'));
  expect(composerOf('Stefani, Jan')).not.toBe(composerOf('Stefani, Józef'));
  expect(composerOf('Anonim') ?? composerOf('Traditional')).toBeUndefined();
});
