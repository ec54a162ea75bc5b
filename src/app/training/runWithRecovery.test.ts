import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { DivergedError, EngineError } from '../../training/trainingErrors';
import type { TrainInput } from '../../worker/protocol';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import { installLocks } from '../testing/oneTab';
import { type Conducted, conductTraining, runOf } from '../testing/training';

beforeEach(() => {
  installLocks();
});

let conducted: Conducted | undefined;

afterEach(() => {
  conducted?.trainer.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const none = { training: 0, validation: 0 };
const NO_STATISTICS = {
  pieces: none,
  sequences: none,
  notes: none,
  commonNotes: [],
  frequencyLoss: 0,
};

interface Kept extends Conducted {
  /** What each attempt was given, oldest first. */
  attempts: TrainInput[];
  phase(): string;
}

/** @param fail how each attempt ends after its checkpoint; undefined for well */
function keptRun(fail: (attempt: number) => Error | undefined): Kept {
  const attempts: TrainInput[] = [];
  const store = createStore<AppState>(initialState);
  conducted = conductTraining(store, async function* (input) {
    attempts.push(input);
    const { settings, from, threads = 4 } = input;
    const checkpoint = { ...modelOf('seed'), settings, epoch: (from?.epoch ?? 0) + 1 };
    const facts = { backend: input.backend, adapter: '', software: false, threads };
    yield {
      kind: 'ready',
      engine: facts,
      summary: { layers: [], parameters: 0 },
      statistics: NO_STATISTICS,
    };
    yield { kind: 'checkpoint', checkpoint };
    const error = fail(attempts.length);
    if (error) throw error;
    return { checkpoint, stopped: false };
  });
  return { ...conducted, attempts, phase: () => store.getState().training.phase };
}

describe('a learning rate that was halved', () => {
  it('is stored at once', async () => {
    const { run, saved, attempts } = keptRun((attempt) =>
      attempt === 1 ? new DivergedError('Not a number.') : undefined,
    );
    await run.begin(runOf('a'));
    const rate = attempts[0].settings.learningRate;
    const rates = saved.map(({ checkpoint }) => checkpoint.settings.learningRate / rate);
    // The good checkpoint, the same with half the rate, and those of the second attempt.
    expect(rates).toEqual([1, 0.5, 0.5, 0.5]);
    expect(saved[1]).toMatchObject({
      run: { epoch: 1, finished: false },
      checkpoint: { epoch: 1 },
    });
    expect(attempts[1].settings.learningRate).toBe(rate / 2);
  });

  it('is stored for a later resume when the run is given up', async () => {
    const { run, saved, attempts, phase } = keptRun(() => new DivergedError('Not a number.'));
    await run.begin(runOf('a'));
    expect(phase()).toBe('failed');
    const rate = attempts[0].settings.learningRate;
    expect(saved.at(-1)?.checkpoint.settings.learningRate).toBe(rate / 8);
    expect(saved.at(-1)?.run.finished).toBe(false);
  });
});

describe('an engine that is lost', () => {
  const enginesOf = ({ attempts }: Kept): string[] =>
    attempts.map(({ backend, threads }) => `${backend} ${threads ?? 'all'}`);

  it('is tried once more, then without helper threads, then given up', async () => {
    const kept = keptRun((attempt) => (attempt < 4 ? new EngineError('Lost.') : undefined));
    await kept.run.begin(runOf('a'));
    expect(enginesOf(kept)).toEqual(['wasm all', 'wasm 4', 'wasm 1', 'cpu all']);
    expect(kept.phase()).toBe('finished');
    // Only what was measured trains without a trial.
    expect(kept.attempts.map(({ untried }) => untried)).toEqual([false, false, false, true]);
  });

  it('is trusted again after it has long trained well', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const kept = keptRun((attempt) => {
      vi.advanceTimersByTime(15 * 60 * 1000);
      return attempt < 4 ? new EngineError('Lost.') : undefined;
    });
    await kept.run.begin(runOf('a'));
    expect(new Set(enginesOf(kept).slice(1))).toEqual(new Set(['wasm 4']));
  });
});
