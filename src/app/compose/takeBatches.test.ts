import { describe, expect, it } from 'vitest';
import { sampleTake } from '../../storage/testing/samples';
import type { Take } from './take';
import { bestFirst, isBest, takeBatches } from './takeBatches';

function takeOf(number: number, batch?: string, inKey?: number): Take {
  const quality = inKey === undefined ? undefined : { key: 0, inKey, endsOnTonic: true };
  return { ...sampleTake(number), composing: false, batch, quality };
}

const numbers = (takes: readonly Take[]): number[] => takes.map(({ number }) => number);

describe('takeBatches', () => {
  it('puts the newest batch first, and the best take of a batch', () => {
    const takes = [
      takeOf(1, 'a', 0.8),
      takeOf(2, 'a', 0.9),
      takeOf(3, 'b', 1),
      takeOf(4, 'b', 0.7),
    ];
    expect(takeBatches(takes).map(numbers)).toEqual([
      [3, 4],
      [2, 1],
    ]);
  });

  it('takes those of earlier versions one by one', () => {
    expect(takeBatches([takeOf(1), takeOf(2)]).map(numbers)).toEqual([[2], [1]]);
  });
});

describe('bestFirst', () => {
  it('keeps the order of number while a take is composed, and between equals', () => {
    const batch = [takeOf(1, 'a', 0.8), { ...takeOf(2, 'a'), composing: true }, takeOf(3, 'a', 1)];
    expect(numbers(bestFirst(batch))).toEqual([1, 2, 3]);
    expect(numbers(bestFirst([takeOf(1, 'a', 1), takeOf(2, 'a', 1)]))).toEqual([1, 2]);
    expect(numbers(bestFirst([takeOf(1, 'a'), takeOf(2, 'a', 0.6)]))).toEqual([2, 1]);
  });
});

describe('isBest', () => {
  it('needs another ranked take to be better than', () => {
    const batch = [takeOf(1, 'a', 0.8), takeOf(2, 'a', 0.9)];
    expect(batch.map((take) => isBest(take, batch))).toEqual([false, true]);
    expect(isBest(batch[1], [batch[1]])).toBe(false);
  });
});
