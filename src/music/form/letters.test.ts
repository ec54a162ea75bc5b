import { describe, expect, it } from 'vitest';
import type { Bar } from './bars';
import { formGroups } from './letters';
import { isLooping, withoutLoops } from './loops';
import type { PlannedBar } from './plan';
import { readPlan, writePlan } from './planText';
import { shiftRepetition } from './repetition';

const letters = (plan: string): string =>
  formGroups(readPlan(plan))
    .map(({ letter }) => letter)
    .join(' ');

describe('letters', () => {
  it('mark groups of four bars that return, exactly or changed', () => {
    const fresh = 'n n n n';
    expect(letters(`${fresh} s4 s4 s4 s4 ${fresh} s12 s12 s12 s12`)).toBe('A A B A');
    expect(letters(`${fresh} s4 s4 v4 v4 ${fresh} s12 s12 s12 s12`)).toBe("A A' B A");
    expect(letters(`${fresh} s4 n n n`)).toBe('A B');
  });

  it('trace a repeated neighbour to its origin', () => {
    expect(letters('n s1 n n s4 s1 s4 s4')).toBe('A A');
    expect(letters('n s1 s1 s1 n s1 s1 s1')).toBe('A B');
  });

  it('cover all bars with a shorter last group', () => {
    expect(formGroups(readPlan('n n n n n n'))).toEqual([
      { letter: 'A', bar: 0, bars: 4 },
      { letter: 'B', bar: 4, bars: 2 },
    ]);
  });

  it('continue after Z with A2', () => {
    const plan = readPlan(Array.from({ length: 4 * 27 }, () => 'n').join(' '));
    expect(formGroups(plan).at(-1)?.letter).toBe('A2');
  });
});

describe('plans as text', () => {
  const plan: PlannedBar[] = [
    { degree: 'new', lag: 0, shift: 0 },
    { degree: 'rhythm', lag: 1, shift: 0 },
    { degree: 'moved', lag: 2, shift: -5 },
    { degree: 'moved', lag: 2, shift: 7 },
    { degree: 'varied', lag: 32, shift: 0 },
    { degree: 'same', lag: 4, shift: 0 },
  ];

  it('survive a round trip', () => {
    expect(writePlan(plan)).toBe('n r1 m2-5 m2+7 v32 s4');
    expect(readPlan(writePlan(plan))).toEqual(plan);
    expect(readPlan('')).toEqual([]);
  });

  it('have new bars for unknown words', () => {
    expect(readPlan('x s0 s99 m1+99 same  s-1').every(({ degree }) => degree === 'new')).toBe(true);
  });

  it('repeat less or more', () => {
    const words = (repetition: 'less' | 'more'): string =>
      writePlan(shiftRepetition(plan, repetition));
    expect(words('less')).toBe('n n r2 r2 r32 v4');
    expect(words('more')).toBe('n v1 m2-5 m2+7 s32 s4');
    expect(shiftRepetition(plan, 'as learnt')).toEqual(plan);
  });
});

describe('loops', () => {
  const cut = (plan: string): string => writePlan(withoutLoops(readPlan(plan)));

  it('are cut where a unit repeats too often', () => {
    expect(cut('n s1 s1 s1 s1 s1')).toBe('n s1 s1 s1 r1 s1');
    expect(cut('n n s2 s2 s2 v4 s2')).toBe('n n s2 s2 r2 v4 s2');
    expect(cut('n n n n s4 s4 s4 s4 s4')).toBe('n n n n s4 s4 s4 r4 s4');
  });

  it('are not found in separate or varied repeats', () => {
    const period = 'n n n n n s5 s5 s5';
    expect(cut(period)).toBe(period);
    expect(cut('n n n n s4 s4 n n')).toBe('n n n n s4 s4 n n');
  });

  it('are detected in the bars of a take, exact ones only', () => {
    const bar = (...pitches: number[]): Bar => ({
      ticks: 96,
      onsets: pitches.map((pitch, i) => ({
        place: 24 * i,
        notes: [{ pitch, duration: 24, velocity: 16 }],
      })),
    });
    const [a, b, c] = [bar(40, 44), bar(41, 45), bar(42)];
    expect(isLooping([c, a, a, a, a], 5)).toBe(true);
    expect(isLooping([c, a, a, a, a], 4)).toBe(false);
    expect(isLooping([a, b, a, b], 4)).toBe(true);
    expect(isLooping([a, b, a, c], 4)).toBe(false);
    expect(isLooping([bar(), bar(), bar(), bar()], 4)).toBe(false);
  });
});
