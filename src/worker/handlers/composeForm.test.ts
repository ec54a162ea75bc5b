import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../model/buildNetwork';
import type { ComposeSettings, PromptInput } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import { saveWeights } from '../../model/weights';
import type { NamedWeight } from '../../model/weightValues';
import { encodings } from '../../music/encoding';
import { packSong } from '../../music/packedSong';
import type { Song } from '../../music/song';
import type { ComposeInput, ComposeOutput } from '../protocol';
import { compose } from './compose';

const preset = presets['form-small'];
const threeFour = { tick: 0, numerator: 3, denominator: 4 };
const BAR = 72;
const BARS = 6;
let weights: NamedWeight[];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const network = buildNetwork(preset, preset.defaults);
  weights = await saveWeights(network);
  network.dispose();
});

const forms = [
  { piece: 'a', key: 7, bars: 8, plan: 'n n s2 s2 n n s2 s2', lastPlace: 0 },
  { piece: 'b', key: 12, bars: 8, plan: 'n n n n n n n n', lastPlace: 0.5 },
];

function inputOf(change: Partial<ComposeSettings> = {}, prompt?: PromptInput): ComposeInput {
  const id = preset.encoding;
  const { version } = encodings[id];
  return {
    model: {
      preset: preset.id,
      encoding: { id, version },
      settings: preset.defaults,
      trainedOn: { training: [], validation: [] },
      weights,
      forms,
    },
    settings: {
      temperature: 1,
      rhythmTemperature: 1,
      topP: 1,
      length: BARS,
      seed: 5,
      takes: 2,
      ...change,
    },
    timeSignature: threeFour,
    prompt,
    pieces: [],
  };
}

/** Quarters that rise by whole tones. */
function scale(count: number): Song {
  const notes = Array.from({ length: count }, (_, beat) => ({
    tick: 24 * beat,
    duration: 24,
    pitch: 60 + 2 * beat,
    velocity: 80,
  }));
  return {
    title: '',
    ppq: 24,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [threeFour],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
  };
}

async function run(input: ComposeInput): Promise<ComposeOutput['takes']> {
  const steps = compose(input, { signal: new AbortController().signal });
  for (;;) {
    const next = await steps.next();
    if (next.done) return next.value.takes;
  }
}

describe('composing with a network that knows of form', () => {
  it('says which form each take has, whose plan it followed, and in which key', async () => {
    const takes = await run(inputOf());
    for (const { form, notes, seed } of takes) {
      const piece = forms.find(({ piece }) => piece === form?.planOf);
      expect(form?.key).toBe(piece?.key);
      expect(form?.barTicks).toBe(BAR);
      expect(form?.groups.reduce((sum, { bars }) => sum + bars, 0)).toBe(BARS);
      expect(form?.groups[0].letter).toBe('A');
      const ends = notes.map(({ tick, duration }) => tick + duration);
      expect(Math.max(...ends)).toBeLessThanOrEqual(BARS * BAR);
      expect(seed).toBeGreaterThanOrEqual(5);
    }
    expect(await run(inputOf())).toEqual(takes);
  });

  it('ends where the piece ends whose plan it follows', async () => {
    for (const { piece, lastPlace } of forms) {
      for (const { notes } of await run(inputOf({ form: { kind: 'as', piece } }))) {
        const last = Math.max(...notes.map(({ tick }) => tick));
        expect(last).toBe((BARS - 1 + lastPlace) * BAR);
      }
    }
  });

  it('follows plans of pieces at hand where the model holds none', async () => {
    const input = inputOf();
    const pieces = ['c', 'd', 'e'].map((id) => ({ id, title: id, song: packSong(scale(12)) }));
    const without = { ...input, model: { ...input.model, forms: undefined }, pieces };
    for (const { form } of await run(without)) expect(form?.planOf).toBeUndefined();
    const planned = { ...without, planned: ['c', 'd', 'gone'] };
    for (const { form } of await run(planned)) expect(['c', 'd']).toContain(form?.planOf);
    const settings = { ...input.settings, form: { kind: 'as', piece: 'd' } as const };
    for (const { form } of await run({ ...planned, settings })) expect(form?.planOf).toBe('d');
  });

  it('keeps to the key that was asked for', async () => {
    for (const { form } of await run(inputOf({ key: 2, form: { kind: 'free' } }))) {
      expect(form).toMatchObject({ key: 2 });
      expect(form?.planOf).toBeUndefined();
    }
  });

  it('goes on from an opening, counting its bars', async () => {
    const song = packSong(scale(6));
    for (const take of await run(inputOf({ length: 4 }, { song, length: 2 }))) {
      expect(take.promptNotes).toBe(6);
      const last = Math.max(...take.notes.map(({ tick }) => tick));
      expect(Math.floor(last / BAR)).toBe(5);
    }
  });
});
