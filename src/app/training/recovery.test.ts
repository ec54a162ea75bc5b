import { describe, expect, it } from 'vitest';
import { JobError, WorkerEndedError } from '../../worker/client';
import { type Attempt, type Decision, decide, failureOf } from './recovery';

const attempt: Attempt = { backend: 'webgl', learningRate: 0.01, epoch: 3 };

function againOn({ kind, ...rest }: Decision): string | undefined {
  return kind === 'again' && 'backend' in rest ? rest.backend : undefined;
}

describe('a failure', () => {
  it('is an engine failure where the worker is lost or reports one', () => {
    expect(failureOf(new WorkerEndedError('Gone.'))).toEqual({ kind: 'engine', reason: 'Gone.' });
    expect(failureOf(new JobError('Lost.', 'engine'))).toEqual({ kind: 'engine', reason: 'Lost.' });
  });

  it('is hopeless where a retry cannot help', () => {
    expect(failureOf(new JobError('No notes.', undefined)).kind).toBe('hopeless');
    expect(failureOf('odd')).toEqual({ kind: 'hopeless', reason: 'odd' });
    const decision = decide({ kind: 'hopeless', reason: 'No notes.' }, attempt, {
      engineLosses: 0,
      divergences: 0,
    });
    expect(decision).toEqual({ kind: 'give up', message: 'No notes.' });
  });
});

describe('a lost engine', () => {
  const lost = { kind: 'engine', reason: 'Lost.' } as const;
  const decided = (backend: Attempt['backend'], engineLosses: number): Decision =>
    decide(lost, { ...attempt, backend }, { engineLosses, divergences: 0 });

  it('is tried once more, then given up for the next', () => {
    expect(againOn(decided('webgl', 1))).toBe('webgl');
    expect(againOn(decided('webgl', 2))).toBe('wasm');
    expect(decided('webgl', 2)).not.toHaveProperty('threads');
    expect(decided('cpu', 2).kind).toBe('give up');
  });

  it('drops helper threads before it drops WASM', () => {
    const wasm = { ...attempt, backend: 'wasm', threads: 4 } as const;
    const troubles = { engineLosses: 2, divergences: 0 };
    expect(decide(lost, wasm, { ...troubles, engineLosses: 1 })).toMatchObject({ threads: 4 });
    expect(decide(lost, wasm, troubles)).toMatchObject({
      backend: 'wasm',
      threads: 1,
      message: expect.stringContaining('another engine: the processor, with one thread.'),
    });
    const alone = { ...wasm, threads: 1 };
    expect(againOn(decide(lost, alone, troubles))).toBe('cpu');
    expect(decide(lost, alone, troubles)).not.toHaveProperty('threads');
  });

  it('is reported with the place where training resumes', () => {
    expect(decided('webgl', 1).message).toBe(
      'Lost. Training goes on by itself from the last save, in epoch 4.',
    );
    expect(decided('webgl', 2).message).toContain('another engine');
  });
});

describe('a loss that is not a finite number', () => {
  const decided = (learningRate: number, divergences: number): Decision =>
    decide({ kind: 'diverged' }, { ...attempt, learningRate }, { engineLosses: 0, divergences });

  it('halves the learning rate three times, on the same engine', () => {
    expect(decided(0.01, 1)).toMatchObject({
      kind: 'again',
      backend: 'webgl',
      learningRate: 0.005,
      message: expect.stringContaining('half the learning rate, 0.005'),
    });
    expect(decided(0.0025, 3)).toMatchObject({ kind: 'again', learningRate: 0.00125 });
  });

  it('then ends the run with a sentence', () => {
    expect(decided(0.00125, 4)).toEqual({
      kind: 'give up',
      message: expect.stringMatching(/halved 3 times, to 0\.00125\. Start with a much lower/),
    });
  });
});
