/**
 * Part "takes": 3 seeds of training x 20 takes, held beside stretches of held-out pieces, a bot that
 * copies training pieces and a bot that strikes keys at random. The bots must fail.
 */
import { type Preset, presets } from '../../src/model/preset';
import type { Rows } from '../../src/music/encoding/encoding';
import { STUDIO_COLUMNS, studio } from '../../src/music/encoding/studio';
import { readMidi } from '../../src/music/midi/read';
import { writeMidi } from '../../src/music/midi/write';
import { Random } from '../../src/music/random';
import { type Note, pitchedNotes } from '../../src/music/song';
import { archivePieces } from './data';
import { trainOn } from './judge';
import type { PlainTake } from './orders';
import type { Part } from './parts';
import { MEASURES, Reference, type TakeMeasures } from './takes';

const BARS = 16;
const WIDTH = studio.columns.length;
/** How far beyond the held-out pieces' range a group's mean may lie, as a share of that range. */
const TOLERANCE = 0.15;

interface Group {
  name: string;
  measures: TakeMeasures[];
  /** Takes that re-read as they were written, with sound lengths and pitches. */
  valid: number;
}

export const takes: Part = {
  name: 'takes',
  title: 'Takes beside real music and bots (model trained on mutopia-public-domain.zip)',
  async measure({ worker, quick }) {
    const pieces = archivePieces('mutopia-public-domain.zip');
    if (!pieces) throw new Error('mutopia-public-domain.zip is not beside the project.');
    const learnt = pieces.training.map(({ rows }) => rows);
    const reference = new Reference(learnt);
    const preset = presets['studio-medium'];
    const composed: Rows[] = [];
    const notes: Note[][] = [];
    for (const seed of quick ? [1] : [1, 2, 3]) {
      const settings = { ...preset.defaults, epochs: quick ? 1 : 25, seed };
      await trainOn(worker, pieces, preset, settings, studio.columns);
      for (const take of await composeTakes(worker, preset, seed, quick ? 4 : 20)) {
        composed.push(rowsOf(take));
        notes.push(notesOf(take));
      }
    }
    const length = median(composed.map(({ data }) => data.length / WIDTH));
    const random = Random.fromSeed(7);
    const held = pieces.test.flatMap(({ rows }) => stretches(rows, length, 2, random));
    const copied = learnt.slice(0, 20).flatMap((rows) => stretches(rows, length, 1, random));
    const group = (name: string, rows: readonly Rows[], sounding?: Note[][]): Group =>
      judgeGroup(name, reference, rows, sounding);
    const groups = [
      group('held-out pieces', held),
      group('takes', composed, notes),
      group('copying bot', copied),
      group(
        'random bot',
        Array.from({ length: 20 }, () => randomRows(length, random)),
      ),
    ];
    const bands = bandsOf(groups[0].measures);
    const [, ours, copying, striking] = groups;
    const outside = (judged: Group): string[] =>
      MEASURES.filter((key) => isOutside(judged, key, bands));
    if (outside(copying).length === 0 || outside(striking).length === 0) {
      throw new Error('A bot passed: these checks tell nothing.');
    }
    return {
      figures: {
        takes_count: ours.measures.length,
        takes_valid: ours.valid,
        takes_outside: outside(ours).join(', '),
        copying_bot_outside: outside(copying).join(', '),
        random_bot_outside: outside(striking).join(', '),
      },
      table: {
        head: ['measure', 'band', ...groups.map(({ name }) => name)],
        rows: [
          ...MEASURES.map((key) => [
            key,
            `${bands[key].low.toFixed(2)} to ${bands[key].high.toFixed(2)}`,
            ...groups.map(
              (judged) =>
                `${mean(judged, key).toFixed(2)}${isOutside(judged, key, bands) ? ' (outside)' : ''}`,
            ),
          ]),
          ['valid', '', ...groups.map(({ valid, measures }) => `${valid} of ${measures.length}`)],
        ],
      },
    };
  },
};

async function composeTakes(
  worker: Parameters<Part['measure']>[0]['worker'],
  preset: Preset,
  seed: number,
  count: number,
): Promise<PlainTake[]> {
  return worker.evaluate((order) => quality.compose(order), {
    preset,
    seeds: Array.from({ length: count }, (_, i) => 1000 * seed + i),
    settings: {
      temperature: 1,
      rhythmTemperature: 1,
      topP: 0.95,
      length: BARS,
      timeSignature: { tick: 0, numerator: 4, denominator: 4 },
    },
  });
}

function rowsOf({ rows }: PlainTake): Rows {
  return { width: WIDTH, data: Int32Array.from(rows.flat()) };
}

function notesOf(take: PlainTake): Note[] {
  return studio
    .decode(rowsOf(take))
    .map((note, i) => ({ ...note, ...(take.closing[i] ?? undefined) }));
}

/** Parts of a piece, `length` rows long. */
function stretches(rows: Rows, length: number, count: number, random: Random): Rows[] {
  const total = rows.data.length / WIDTH;
  if (total < length) return [];
  return Array.from({ length: count }, () => {
    const from = random.below(total - length + 1);
    return { width: WIDTH, data: rows.data.slice(from * WIDTH, (from + length) * WIDTH) };
  });
}

function randomRows(length: number, random: Random): Rows {
  const data = new Int32Array(length * WIDTH);
  for (let row = 0; row < length; row++) {
    studio.columns.forEach(({ classes }, column) => {
      data[row * WIDTH + column] = random.below(classes);
    });
    data[row * WIDTH + STUDIO_COLUMNS.time] = random.below(25);
    data[row * WIDTH + STUDIO_COLUMNS.duration] = 1 + random.below(48);
  }
  return { width: WIDTH, data };
}

function judgeGroup(
  name: string,
  reference: Reference,
  rows: readonly Rows[],
  sounding?: readonly Note[][],
): Group {
  const notes = sounding ?? rows.map((part) => studio.decode(part));
  return {
    name,
    measures: rows.map((part, i) => reference.measure(part, notes[i])),
    valid: notes.filter(isValid).length,
  };
}

/** Re-reads as it was written, and nothing in it is stuck. */
function isValid(notes: Note[]): boolean {
  const longest = 8 * 4 * studio.ppq;
  const sound = notes.every(
    ({ duration, pitch }) => duration > 0 && duration <= longest && pitch >= 21 && pitch <= 108,
  );
  const result = readMidi(
    writeMidi({
      title: 'Take',
      ppq: studio.ppq,
      tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
      timeSignatures: [{ tick: 0, numerator: 4, denominator: 4 }],
      keySignatures: [],
      tracks: [{ name: 'Piano', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
    }),
  );
  const reread = result.ok ? pitchedNotes(result.songs[0]) : [];
  return sound && JSON.stringify(reread) === JSON.stringify(notes);
}

type Bands = Record<keyof TakeMeasures, { low: number; high: number }>;

/** From the 5th to the 95th percentile of the held-out pieces, and a little more. */
function bandsOf(measures: readonly TakeMeasures[]): Bands {
  const band = (key: keyof TakeMeasures): { low: number; high: number } => {
    const sorted = measures.map((measure) => measure[key]).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
    const [low, high] = [at(0.05), at(0.95)];
    const more = TOLERANCE * (high - low);
    return { low: low - more, high: high + more };
  };
  return {
    pitchClassOverlap: band('pitchClassOverlap'),
    intervalOverlap: band('intervalOverlap'),
    durationOverlap: band('durationOverlap'),
    polyphony: band('polyphony'),
    emptyBeats: band('emptyBeats'),
    distinctFourGrams: band('distinctFourGrams'),
    longestCopy: band('longestCopy'),
  };
}

function mean({ measures }: Group, key: keyof TakeMeasures): number {
  return measures.reduce((sum, measure) => sum + measure[key], 0) / measures.length;
}

function isOutside(group: Group, key: keyof TakeMeasures, bands: Bands): boolean {
  const value = mean(group, key);
  return value < bands[key].low || value > bands[key].high;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
