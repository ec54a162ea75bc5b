/** When the loop saves (with a fake clock), and that a Studio run resumes from a save. */
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Preset, presets, type TrainingSettings } from '../model/preset';
import { encodings } from '../music/encoding';
import type { LoopEvent } from './loop';
import type { EncodedPiece } from './split';
import { type LoopRun, type LoopRunOptions, lossesOf, runLoop } from './testing/runLoop';

const seedlike: Preset = {
  ...presets.seed,
  architecture: { kind: 'melody', units: 4, hidden: 4 },
};
const studioLike: Preset = {
  ...presets['studio-small'],
  architecture: { kind: 'polyphonic', units: 6, layers: 1, hidden: 4 },
};

const settings: TrainingSettings = {
  epochs: 3,
  batchSize: 16,
  learningRate: 0.01,
  sequenceLength: 4,
  dropout: 0.2,
  seed: 5,
};

function pieces({ encoding }: Preset, notes: number): EncodedPiece[] {
  const width = encodings[encoding].columns.length;
  return [0, 1, 2, 3].map((piece) => ({
    id: `piece ${piece}`,
    rows: {
      width,
      data: Int16Array.from({ length: notes * width }, (_, i) => ((i + piece) % 7) + 1),
    },
  }));
}

function run({
  notes = 40,
  ...options
}: Omit<LoopRunOptions, 'pieces'> & { notes?: number }): Promise<LoopRun> {
  return runLoop({ ...options, pieces: pieces(options.preset, notes) });
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs with a fixed time per step, milliseconds. */
async function timed(stepTime: number): Promise<{ events: LoopEvent[]; times: number[] }> {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const times: number[] = [];
  const { events } = await run({
    preset: seedlike,
    settings: { ...settings, epochs: 2 },
    notes: 160,
    onEvent: (event) => {
      if (event.kind === 'step') now += stepTime;
      times.push(now);
    },
  });
  return { events, times };
}

describe('saving', () => {
  it.each([1000, 7000, 12_000])(
    'comes at least every 30 seconds, with steps of %i ms',
    async (stepTime) => {
      const { events, times } = await timed(stepTime);
      const saves = times.filter((_, i) => events[i].kind === 'checkpoint');
      const gaps = [...saves, times[times.length - 1]].map(
        (time, i) => time - (saves[i - 1] ?? 1000),
      );
      expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
      // Saves within an epoch as well, but not after each step.
      const batches = events.filter(({ kind }) => kind === 'step').length / 2;
      expect(batches * stepTime).toBeGreaterThan(20_000);
      expect(saves.length).toBeGreaterThan(2);
      expect(saves.length).toBeLessThan(2 * batches);
    },
  );

  it('comes after two seconds of a new run, then half as often each time', async () => {
    const { events, times } = await timed(500);
    const first = events.findIndex(({ kind }) => kind === 'epoch');
    const saves = times.filter((_, i) => events[i].kind === 'checkpoint' && i < first);
    expect(saves.slice(0, 2)).toEqual([3500, 8000]);
    const [early] = events.flatMap((event) => (event.kind === 'checkpoint' ? event : []));
    expect(early.checkpoint).toMatchObject({ epoch: 0, step: 5, history: [] });
  });

  it('of a resumed run waits for the usual interval', async () => {
    let now = 1000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const preset = seedlike;
    const { checkpoint: from } = await run({ preset, settings, notes: 160, stopAtStep: 1 });
    const { events } = await run({
      preset,
      settings,
      notes: 160,
      from,
      onEvent: ({ kind }) => {
        if (kind === 'step') now += 500;
      },
    });
    const kinds = events.slice(0, 20).map(({ kind }) => kind);
    expect(kinds).not.toContain('checkpoint');
  });

  it('precedes a validation, unless one has just been made', async () => {
    const kindsBeforeEpochs = async (stepTime: number): Promise<string[]> => {
      const { events } = await timed(stepTime);
      return events.flatMap(({ kind }, i) => (kind === 'epoch' ? [events[i - 1].kind] : []));
    };
    expect(await kindsBeforeEpochs(6000)).toEqual(['checkpoint', 'checkpoint']);
    expect(await kindsBeforeEpochs(1)).toEqual(['step', 'step']);
  });

  it('comes after the step in which it is asked for', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    let steps = 0;
    let requested = false;
    const { events } = await run({
      preset: seedlike,
      settings: { ...settings, epochs: 1 },
      notes: 160,
      onEvent: ({ kind }) => {
        if (kind === 'step') requested = ++steps === 3;
      },
      takeSaveRequest: () => requested,
    });
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.indexOf('checkpoint')).toBe(3);
    expect(kinds.filter((kind) => kind === 'checkpoint')).toHaveLength(2);
  });

  it('follows every epoch of at least a second; shorter epochs share one', async () => {
    const savesAfterEpochs = async (stepTime: number): Promise<boolean[]> => {
      const { events } = await timed(stepTime);
      return events.flatMap(({ kind }, i) =>
        kind === 'epoch' ? [events[i + 1]?.kind === 'checkpoint'] : [],
      );
    };
    expect(await savesAfterEpochs(1000)).toEqual([true, true]);
    // The first epoch is always saved, so that there is a model to compose with.
    expect(await savesAfterEpochs(1)).toEqual([true, false]);
  });
});

it('resumes a Studio run in the middle of its cosine schedule', async () => {
  expect(studioLike.training.schedule).toBe('cosine');
  const own = { ...settings, epochs: 4, batchSize: 2, sequenceLength: 8 };
  const whole = await run({ preset: studioLike, settings: own, notes: 20 });
  const stopAtStep = Math.floor(lossesOf(whole).length * 0.6);
  const begun = await run({ preset: studioLike, settings: own, notes: 20, stopAtStep });
  const { checkpoint: from } = begun;
  const resumed = await run({ preset: studioLike, settings: own, notes: 20, from });
  expect(from.step).toBe(stopAtStep);
  expect([...lossesOf(begun), ...lossesOf(resumed)]).toEqual(lossesOf(whole));
  expect(resumed.checkpoint.history).toEqual(whole.checkpoint.history);
  expect(resumed.checkpoint.weights).toEqual(whole.checkpoint.weights);
});
