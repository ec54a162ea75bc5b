import { describe, expect, it } from 'vitest';
import { Random } from '../music/random';
import { rank, sample, softmax } from './sampling';

const logits = Float32Array.from([0, Math.log(2), Math.log(5)]);

function frequencies(temperature: number, topP: number, draws = 20_000): number[] {
  const random = Random.fromSeed(3);
  const counts = [0, 0, 0];
  for (let i = 0; i < draws; i++) counts[sample(logits, { temperature, topP }, random)]++;
  return counts.map((count) => count / draws);
}

describe('softmax', () => {
  it('turns logits into probabilities', () => {
    const [a, b, c] = softmax(logits);
    expect(a).toBeCloseTo(1 / 8);
    expect(b).toBeCloseTo(2 / 8);
    expect(c).toBeCloseTo(5 / 8);
  });

  it('does not overflow', () => {
    expect([...softmax(Float32Array.from([1000, 0]))]).toEqual([1, 0]);
  });

  it('flattens with temperature', () => {
    expect(softmax(logits, 1000)[0]).toBeCloseTo(1 / 3, 2);
  });
});

describe('sample', () => {
  it('draws in proportion to the probabilities', () => {
    const [a, b, c] = frequencies(1, 1);
    expect(a).toBeCloseTo(1 / 8, 1);
    expect(b).toBeCloseTo(2 / 8, 1);
    expect(c).toBeCloseTo(5 / 8, 1);
  });

  it('drops classes beyond the nucleus', () => {
    const [a, b, c] = frequencies(1, 0.8);
    expect(a).toBe(0);
    expect(b).toBeCloseTo(2 / 7, 1);
    expect(c).toBeCloseTo(5 / 7, 1);
  });

  it('takes the likeliest class if the nucleus is empty or the temperature is tiny', () => {
    expect(frequencies(1, 0)).toEqual([0, 0, 1]);
    expect(frequencies(1e-3, 1)).toEqual([0, 0, 1]);
  });

  it('draws the same for the same seed', () => {
    const draw = (): number[] => {
      const random = Random.fromSeed(11);
      return Array.from({ length: 50 }, () => sample(logits, { temperature: 1, topP: 1 }, random));
    };
    expect(draw()).toEqual(draw());
  });
});

it('ranks by probability, then by index', () => {
  expect(rank(Float32Array.from([0.2, 0.3, 0.2, 0.3]))).toEqual([1, 3, 0, 2]);
});
