import * as fc from 'fast-check';
import { deflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { compareNotes, type Note } from '../../music/song';
import { LinkError, LONGEST_LINK, packTake, unpackTake } from './takeLink';
import type { LinkedTake } from './takeLinkSchema';

const settings = {
  temperature: 0.9,
  rhythmTemperature: 1,
  topP: 0.9,
  length: 16,
  seed: 7,
  takes: 1,
};

function take(notes: Note[], change: Partial<LinkedTake> = {}): LinkedTake {
  return {
    title: 'Take 3',
    notes,
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    timeSignatures: [{ tick: 0, numerator: 3, denominator: 4 }],
    promptNotes: 0,
    preset: 'form-medium',
    epoch: 24,
    settings,
    ...change,
  };
}

const note = fc.record({
  tick: fc.integer({ min: 0, max: 50_000 }),
  duration: fc.integer({ min: 1, max: 5000 }),
  pitch: fc.integer({ min: 0, max: 127 }),
  velocity: fc.integer({ min: 1, max: 127 }),
});

/** The sentence that a link gives; undefined where it opens. */
function problem(text: string): string | undefined {
  try {
    unpackTake(text);
    return undefined;
  } catch (error) {
    if (error instanceof LinkError) return error.message;
    throw error;
  }
}

it('gives back every take that it packs', () => {
  fc.assert(
    fc.property(fc.array(note, { minLength: 1, maxLength: 200 }), fc.string(), (notes, title) => {
      const whole = take(notes.sort(compareNotes), { title });
      const packed = packTake(whole);
      expect(packed && unpackTake(packed)).toEqual(whole);
    }),
  );
});

it('keeps meters, tempos, key and form', () => {
  const whole = take([{ tick: 0, duration: 480, pitch: 60, velocity: 80 }], {
    tempos: [
      { tick: 0, microsecondsPerQuarter: 500_000 },
      { tick: 960, microsecondsPerQuarter: 400_000 },
    ],
    settings: { ...settings, key: 3, repetition: 'more', form: { kind: 'free' } },
    promptNotes: 1,
  });
  expect(unpackTake(packTake(whole) ?? '')).toEqual(whole);
});

it('packs sixteen bars into about a kilobyte', () => {
  const random = fc.sample(fc.nat(7), { numRuns: 480, seed: 1 });
  const notes = Array.from({ length: 160 }, (_, i) => ({
    tick: Math.floor(i / 2) * 240 + (i % 2) * 120,
    duration: 120 * (1 + (random[i] % 4)),
    pitch: (i % 2 ? 48 : 60) + random[i + 160] * 2,
    velocity: 60 + 4 * random[i + 320],
  }));
  expect(packTake(take(notes.sort(compareNotes)))?.length).toBeLessThan(1100);
});

it('says that a take is too long', () => {
  const random = fc.sample(note, { numRuns: 5000, seed: 1 });
  expect(packTake(take([...random].sort(compareNotes)))).toBeUndefined();
});

it('gives one sentence for links of other versions', () => {
  expect(problem('2.abc')).toMatch(/another version/);
  expect(problem('')).toMatch(/no take/);
});

it('gives one sentence for any text, and for every good link cut off or changed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(problem(`1.${text}`)).toMatch(/no take/);
    }),
  );
  const good = packTake(take([{ tick: 0, duration: 480, pitch: 60, velocity: 80 }])) ?? '';
  for (let end = 0; end < good.length - 1; end++) {
    expect(problem(good.slice(0, end))).toBeDefined();
  }
  for (let at = 2; at < good.length; at++) {
    const changed = `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`;
    // A changed link may still be sound; it never throws anything else.
    problem(changed);
  }
});

/** A link with any content. */
function linkOf(content: unknown): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(content)));
  return `1.${Buffer.from(bytes).toString('base64url')}`;
}

it('refuses sound JSON with hostile values', () => {
  const good = {
    title: '',
    ppq: 480,
    tempos: [[0, 500_000]],
    meters: [[0, 4, 4]],
    unit: 1,
    starts: [0],
    lengths: [1],
    pitches: [60],
    velocities: [80],
    promptNotes: 0,
    preset: 'seed',
    epoch: 1,
    settings,
  };
  expect(problem(linkOf(good))).toBeUndefined();
  const hostile: Record<string, unknown>[] = [
    { title: 'x'.repeat(5000) },
    { ppq: 0 },
    { tempos: [] },
    { tempos: [[5, 500_000]] },
    { meters: [[0, 4, 3]] },
    {
      meters: [
        [0, 4, 4],
        [0, 3, 4],
      ],
    },
    { starts: [0, 1] },
    { starts: [2_000_000_000] },
    { lengths: [0] },
    { pitches: [-1] },
    { velocities: [0] },
    { unit: 1e9 },
    { preset: 'constructor' },
    { settings: { ...settings, takes: 1e9 } },
    { settings: { ...settings, temperature: 0 } },
    { starts: null },
  ];
  for (const change of hostile) {
    expect(problem(linkOf({ ...good, ...change })), JSON.stringify(change)).toMatch(/no take/);
  }
  expect(problem(linkOf([]))).toMatch(/no take/);
  expect(problem(linkOf({ ...good, title: 'x'.repeat(50 << 20) }))).toMatch(/no take/);
  expect(LONGEST_LINK).toBeLessThan(10_000);
}, 60_000);
