import { describe, expect, it } from 'vitest';
import type { DataStatistics } from '../../training/statistics';
import { judgeDataSize } from './verdict';

function statistics(training: number, validation: number, notes: number): DataStatistics {
  return {
    pieces: { training, validation },
    sequences: { training: notes, validation: 0 },
    notes: { training: notes, validation: 0 },
    commonNotes: [],
    frequencyLoss: 3,
  };
}

describe('verdict', () => {
  it('asks for pieces where there are none', () => {
    expect(judgeDataSize(statistics(0, 0, 0))).toMatchObject({ kind: 'empty' });
  });
  it('says that a few pieces will be memorised', () => {
    expect(judgeDataSize(statistics(2, 1, 5000))).toEqual({
      kind: 'poor',
      text: '3 pieces: will probably memorise; add more.',
    });
  });
  it('says when no piece can be held out', () => {
    expect(judgeDataSize(statistics(1, 0, 800)).text).toBe(
      '1 piece: will probably memorise; add more. None can be held out to check it.',
    );
  });
  it('asks for longer pieces where all are short', () => {
    expect(judgeDataSize(statistics(9, 1, 640))).toMatchObject({
      kind: 'poor',
      text: '10 pieces, but only 640 notes: add longer ones.',
    });
  });
  it('improves with the number of pieces', () => {
    expect(judgeDataSize(statistics(9, 1, 9000)).kind).toBe('fair');
    expect(judgeDataSize(statistics(90, 10, 90_000)).kind).toBe('good');
  });
});
