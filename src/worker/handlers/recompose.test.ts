import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { buildNetwork } from '../../model/buildNetwork';
import { presets } from '../../model/preset';
import { saveWeights } from '../../model/weights';
import type { NamedWeight } from '../../model/weightValues';
import { encodings } from '../../music/encoding';
import type { RecomposeInput, RecomposeOutput } from '../protocol';
import { recompose } from './recompose';

const preset = presets['form-small'];
const timeSignature = { tick: 0, numerator: 3, denominator: 4 };
const BAR = 72;
let weights: NamedWeight[];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const network = buildNetwork(preset, preset.defaults);
  weights = await saveWeights(network);
  network.dispose();
});

const notes = Array.from({ length: 18 }, (_, i) => ({
  tick: 24 * i,
  duration: 24,
  pitch: 60 + (i % 5),
  velocity: 82,
}));

function inputOf(change: Partial<RecomposeInput> = {}): RecomposeInput {
  const id = preset.encoding;
  const { version } = encodings[id];
  return {
    model: {
      preset: preset.id,
      encoding: { id, version },
      settings: preset.defaults,
      trainedOn: { training: [], validation: [] },
      weights,
    },
    settings: { temperature: 1, rhythmTemperature: 1, topP: 1, length: 6, seed: 5, takes: 4 },
    take: {
      notes,
      odds: notes.map(() => ({ probability: 1, likeliest: [] })),
      promptNotes: 9,
      timeSignature,
    },
    passage: { from: 2, to: 3 },
    pieces: [],
    ...change,
  };
}

async function run(input: RecomposeInput, signal = AbortSignal.any([])): Promise<RecomposeOutput> {
  const steps = recompose(input, { signal });
  for (;;) {
    const next = await steps.next();
    if (next.done) return next.value;
  }
}

it('composes the bars again, tells the form, and counts the opening up to them', async () => {
  const again = await run(inputOf());
  const isIn = ({ tick }: { tick: number }): boolean => tick >= 2 * BAR && tick < 3 * BAR;
  const struck = (all: typeof notes): unknown => all.map(({ tick, pitch }) => [tick, pitch]);
  const others = (all: typeof notes): typeof notes => all.filter((note) => !isIn(note));
  expect(struck(others(again.notes))).toEqual(struck(others(notes)));
  expect(struck(again.notes.filter(isIn))).not.toEqual(struck(notes.filter(isIn)));
  expect(again.promptNotes).toBe(6);
  expect(again.form?.groups.reduce((sum, { bars }) => sum + bars, 0)).toBe(6);
  expect(await run(inputOf())).toEqual(again);
});

it('stops where it is cancelled', async () => {
  const running = run(inputOf(), AbortSignal.abort());
  await expect(running).rejects.toThrow('Composing was cancelled.');
});

it('refuses a model of another version', async () => {
  const input = inputOf();
  const model = { ...input.model, encoding: { id: 'form', version: 9 } } as const;
  await expect(run({ ...input, model })).rejects.toThrow('cannot compose bars');
});
