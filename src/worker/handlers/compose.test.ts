import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../model/buildNetwork';
import { type PresetId, presets } from '../../model/preset';
import { saveWeights } from '../../model/weights';
import type { NamedWeight } from '../../model/weightValues';
import { encodings } from '../../music/encoding';
import { type PackedSong, packSong } from '../../music/packedSong';
import type { Note } from '../../music/song';
import type { ComposeInput, ComposeOutput, Jobs } from '../protocol';
import { compose } from './compose';

type Progress = Jobs['compose']['progress'];

const PPQ = 480;
const threeFour = { tick: 0, numerator: 3, denominator: 4 };
const weightsOf = new Map<PresetId, NamedWeight[]>();

beforeAll(async () => {
  await tf.setBackend('cpu');
  for (const id of ['seed', 'studio-small'] as const) {
    const network = buildNetwork(presets[id], presets[id].defaults);
    weightsOf.set(id, await saveWeights(network));
    network.dispose();
  }
});

/** Quarter notes from C4 on, in 3/4. */
function songOf(notes: number, change: Partial<Note> = {}): PackedSong {
  const quarters = Array.from({ length: notes }, (_, i) => ({
    tick: i * PPQ,
    duration: PPQ,
    pitch: 60 + (i % 12),
    velocity: 80,
    ...change,
  }));
  return packSong({
    title: '',
    ppq: PPQ,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [threeFour],
    keySignatures: [],
    tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes: quarters, pedal: [] }],
  });
}

function inputOf(preset: PresetId, change: Partial<ComposeInput> = {}): ComposeInput {
  const id = presets[preset].encoding;
  const { version } = encodings[id];
  return {
    model: {
      preset,
      encoding: { id, version },
      settings: presets[preset].defaults,
      trainedOn: { training: [], validation: [] },
      weights: weightsOf.get(preset) ?? [],
    },
    settings: { temperature: 1, rhythmTemperature: 1, topP: 1, length: 4, seed: 5, takes: 2 },
    timeSignature: threeFour,
    pieces: [],
    ...change,
  };
}

async function run(
  input: ComposeInput,
  onProgress: (progress: Progress) => void = () => {},
  signal = new AbortController().signal,
): Promise<ComposeOutput> {
  const steps = compose(input, { signal });
  for (;;) {
    const next = await steps.next();
    if (next.done) return next.value;
    onProgress(next.value);
  }
}

const ticksOf = ({ notes }: { notes: Note[] }): number[] => notes.map(({ tick }) => tick);

describe('composing with the polyphonic network', () => {
  it('gives as many takes as asked for, each with a seed of its own, to the closing chord', async () => {
    const input = inputOf('studio-small');
    const { ppq, takes } = await run(input);
    expect(ppq).toBe(24);
    expect(takes.map(({ seed }) => seed)).toEqual([5, 6]);
    for (const { notes, odds, promptNotes, copying } of takes) {
      expect(notes.at(-1)).toMatchObject({ tick: 4 * 72, duration: 72 });
      expect(odds).toHaveLength(notes.length);
      expect(promptNotes).toBe(0);
      expect(copying).toBeUndefined();
    }
    expect(await run(input)).toEqual({ ppq, takes });
    const alone = { ...input.settings, seed: 6, takes: 1 };
    expect((await run({ ...input, settings: alone })).takes).toEqual([takes[1]]);
  });

  it('yields each take as it grows, ending with all of its notes', async () => {
    const latest = new Map<number, Progress>();
    const { takes } = await run(inputOf('studio-small'), (progress) => {
      const before = latest.get(progress.take)?.composed.notes.length ?? 0;
      expect(progress.composed.notes.length).toBeGreaterThanOrEqual(before);
      latest.set(progress.take, progress);
    });
    expect([...latest.keys()].sort()).toEqual([0, 1]);
    for (const [take, { of, ppq, composed }] of latest) {
      expect({ of, ppq }).toEqual({ of: 2, ppq: 24 });
      expect(composed.notes).toEqual(takes[take].notes);
    }
  });

  it('opens with the first bars of a piece, and begins after them', async () => {
    // Its last note in the second bar is struck at the start of that bar.
    const prompt = { song: songOf(4), length: 2 };
    const settings = { ...inputOf('studio-small').settings, takes: 8 };
    for (const take of (await run(inputOf('studio-small', { prompt, settings }))).takes) {
      expect(take.promptNotes).toBe(4);
      expect(ticksOf(take).slice(0, 4)).toEqual([0, 24, 48, 72]);
      expect(Math.min(...ticksOf(take).slice(4))).toBeGreaterThanOrEqual(2 * 72);
      expect(take.notes.at(-1)?.tick).toBe((2 + 4) * 72);
    }
  });

  it('continues a take from a point, and adds nothing before it', async () => {
    // The last note is struck two quarters before the point.
    const prompt = { song: songOf(5), until: 6 * PPQ };
    const settings = { ...inputOf('studio-small').settings, takes: 4 };
    for (const take of (await run(inputOf('studio-small', { prompt, settings }))).takes) {
      expect(take.promptNotes).toBe(5);
      expect(ticksOf(take).slice(0, 5)).toEqual([0, 24, 48, 72, 96]);
      expect(Math.min(...ticksOf(take).slice(5))).toBeGreaterThanOrEqual(6 * 24);
      expect(take.notes.at(-1)?.tick).toBe((2 + 4) * 72);
    }
  });

  it('searches the training pieces for copies', async () => {
    const input = inputOf('studio-small', { prompt: { song: songOf(9), length: 2 } });
    const trainedOn = { training: ['there', 'gone'], validation: ['held'] };
    const pieces = ['there', 'held', 'never learnt'].map((id) => ({
      id,
      title: id,
      // A copy of a training piece would be no measure.
      song: songOf(30, id === 'held' ? { pitch: 60 } : {}),
    }));
    const { takes } = await run({ ...input, model: { ...input.model, trainedOn }, pieces });
    for (const { copying } of takes) {
      expect(copying?.trainedOn).toEqual({ pieces: 2, missing: 1 });
      expect(copying?.heldOut).toHaveLength(1);
    }
  });

  it('has posted every note before it looks for copies', async () => {
    const input = inputOf('studio-small');
    const trainedOn = { training: ['broken'], validation: [] };
    // Whatever reads this piece fails.
    const song = { ...songOf(1), tracks: [] };
    Object.defineProperty(song, 'tracks', {
      get: () => {
        throw new Error('The piece was read.');
      },
    });
    const latest: Progress[] = [];
    const running = run(
      {
        ...input,
        model: { ...input.model, trainedOn },
        pieces: [{ id: 'broken', title: '', song }],
      },
      (progress) => latest.push(progress),
    );
    await expect(running).rejects.toThrow('The piece was read.');
    expect(latest.at(-1)?.composed.notes.at(-1)).toMatchObject({ tick: 4 * 72, duration: 72 });
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    const input = inputOf('studio-small');
    const long = { ...input, settings: { ...input.settings, length: 5000, takes: 4 } };
    await expect(run(long, () => abort.abort(), abort.signal)).rejects.toThrow('cancelled');
  });
});

describe('composing with the Classic network', () => {
  it('opens with the first notes of a piece', async () => {
    const prompt = { song: songOf(12), length: 3 };
    for (const take of (await run(inputOf('seed', { prompt }))).takes) {
      expect(take.promptNotes).toBe(3);
      expect(take.notes.slice(0, 3).map(({ pitch }) => pitch)).toEqual([60, 61, 62]);
      expect(take.notes).toHaveLength(3 + 4);
    }
  });

  it('tries other seeds where one note comes again and again, and says so', async () => {
    const input = inputOf('seed');
    const weights = input.model.weights.map((weight) =>
      weight.name === 'output/bias'
        ? { ...weight, values: weight.values.map((_, key) => (key === 40 ? 100 : 0)) }
        : weight,
    );
    const { takes } = await run({ ...input, model: { ...input.model, weights } });
    // Four attempts, each moved on by the number of takes.
    expect(takes.map(({ seed }) => seed)).toEqual([5 + 6, 6 + 6]);
    expect(takes[0].remarks).toEqual([
      'Seed 5 gave one note again and again; tried seed 7.',
      'Seed 7 gave one note again and again; tried seed 9.',
      'Seed 9 gave one note again and again; tried seed 11.',
    ]);
    expect(takes[0].notes).toHaveLength(4);
    // Three notes may well be one: they are not judged.
    const short = { ...input.settings, length: 3 };
    const again = await run({ ...input, model: { ...input.model, weights }, settings: short });
    expect(again.takes[0]).toMatchObject({ seed: 5, remarks: [] });
  });

  it('refuses a model of another version of the encoding', async () => {
    const input = inputOf('seed');
    const encoding = { ...input.model.encoding, version: 99 };
    await expect(run({ ...input, model: { ...input.model, encoding } })).rejects.toThrow(
      'another version of Etude',
    );
  });
});

it('tries another seed where a take is stuck on ever more notes', async () => {
  const input = inputOf('studio-small');
  // No time passes between notes but a tick after each ten of a chord.
  const weights = input.model.weights.map((weight) =>
    weight.name === 'time/output_bias'
      ? { ...weight, values: weight.values.map((_, time) => (time < 2 ? 50 - time : -50)) }
      : weight,
  );
  const { takes } = await run({ ...input, model: { ...input.model, weights } });
  for (const { remarks, notes } of takes) {
    expect(remarks).toHaveLength(3);
    expect(remarks[0]).toContain('gave more notes than hands can play');
    // Nothing but the closing chord stands after the notes that had come, on the next bar line.
    const end = notes.at(-1)?.tick ?? 0;
    const before = notes.filter(({ tick }) => tick < end).at(-1)?.tick ?? 0;
    expect(end % 72).toBe(0);
    expect(end - before).toBeLessThanOrEqual(72);
    expect(end).toBeLessThan(4 * 72);
  }
});
