import { expect, it } from 'vitest';
import { Random } from './random';
import { SuffixAutomaton } from './suffixAutomaton';

it('finds the longest shared run, and where it first stands in both', () => {
  const automaton = new SuffixAutomaton([1, 2, 3, 1, 2, 3, 4]);
  expect(automaton.longestShared([9, 2, 3, 1, 9, 2, 3, 4])).toEqual({
    length: 3,
    start: 1,
    otherStart: 1,
  });
  expect(automaton.longestShared([9, 2, 3, 4], 2)).toEqual({ length: 3, start: 4, otherStart: 1 });
});

it('finds nothing that is no longer than the least length, and nothing in nothing', () => {
  const automaton = new SuffixAutomaton([1, 2, 3]);
  expect(automaton.longestShared([2, 3, 9], 2)).toBeUndefined();
  expect(automaton.longestShared([])).toBeUndefined();
  expect(new SuffixAutomaton([]).longestShared([1, 2])).toBeUndefined();
});

it('accepts just the runs of its sequence', () => {
  const random = Random.fromSeed(3);
  const values = Array.from({ length: 60 }, () => random.below(3));
  const automaton = new SuffixAutomaton(values);
  const runs = new Set<string>();
  for (let from = 0; from < values.length; from++) {
    for (let to = from + 1; to <= values.length; to++) runs.add(values.slice(from, to).join());
  }
  for (let round = 0; round < 300; round++) {
    const tried = Array.from({ length: 1 + random.below(7) }, () => random.below(3));
    const whole = automaton.longestShared(tried)?.length === tried.length;
    expect(whole).toBe(runs.has(tried.join()));
  }
});
