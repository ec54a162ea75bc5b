import { describe, expect, it } from 'vitest';
import { initialState } from '../initialState';
import type { TrainingProgress } from '../training/runState';
import { ringOf } from './favicon';

const { training } = initialState();

function ringAt(step: number, phase: 'running' | 'paused' | 'finished'): string | undefined {
  const progress: TrainingProgress = {
    step,
    totalSteps: 240,
    epoch: 1,
    epochs: 2,
    batch: 1,
    batches: 120,
    loss: 1,
  };
  return ringOf({ training: { ...training, phase, progress } });
}

/** Length of the ring's arc as a share of the whole. */
function arcOf(ring: string | undefined): number {
  const dashes = /stroke-dasharray="([\d.]+) ([\d.]+)"/.exec(decodeURIComponent(ring ?? ''));
  return Number(dashes?.[1]) / Number(dashes?.[2]);
}

describe('the icon of the page', () => {
  it('closes a ring as the run goes on', () => {
    expect(arcOf(ringAt(0, 'running'))).toBeCloseTo(1 / 24, 2);
    expect(arcOf(ringAt(120, 'running'))).toBeCloseTo(0.5, 2);
    expect(arcOf(ringAt(240, 'running'))).toBe(1);
  });

  it('changes in few steps, and tells a pause by its colour', () => {
    expect(ringAt(121, 'running')).toBe(ringAt(122, 'running'));
    expect(ringAt(121, 'paused')).not.toBe(ringAt(121, 'running'));
  });

  it('is the usual one before and after a run', () => {
    expect(ringOf({ training })).toBeUndefined();
    expect(ringAt(240, 'finished')).toBeUndefined();
  });
});
