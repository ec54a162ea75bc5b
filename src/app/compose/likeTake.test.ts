import { describe, expect, it } from 'vitest';
import { sampleTake } from '../../storage/testing/samples';
import { promptLike, settingsLike } from './likeTake';
import type { Take } from './take';

const page = { ...sampleTake(1).settings, temperature: 2, length: 16, takes: 4, seed: 10 };

function takeOf(seed: number, change: Partial<Take> = {}): Take {
  const take = sampleTake(1);
  return { ...take, composing: false, settings: { ...take.settings, seed }, ...change };
}

describe('settingsLike', () => {
  it('keeps plan, key and settings, and takes the seed of the page', () => {
    const form = { groups: [], barTicks: 96, key: 21, planOf: 'a' };
    const take = takeOf(7, { form });
    expect(settingsLike(take, 'seed', page)).toEqual({
      ...take.settings,
      seed: 10,
      takes: 4,
      key: 21,
      form: { kind: 'as', piece: 'a' },
    });
  });

  it('passes over seeds that would give the same take again', () => {
    const seedOf = (own: number, seed: number): number =>
      settingsLike(takeOf(own), 'seed', { ...page, seed }).seed;
    expect(seedOf(10, 10)).toBe(26);
    expect(seedOf(25, 10)).toBe(26);
    expect(seedOf(26, 10)).toBe(10);
    expect(seedOf(1, 2 ** 32 - 8)).toBe(8);
  });

  it('takes the length of the page where the model counts in another unit', () => {
    const take = takeOf(7);
    expect(settingsLike(take, 'form-small', page).length).toBe(16);
  });
});

it('opens as the take does', () => {
  expect(promptLike({})).toEqual({ kind: 'nothing' });
  const piece = { kind: 'piece', id: 'a', length: 2 } as const;
  expect(promptLike({ promptSource: piece })).toEqual({ kind: 'piece', id: 'a' });
  const continued = { kind: 'take', id: 'b', tick: 96 } as const;
  expect(promptLike({ promptSource: continued })).toEqual(continued);
});
