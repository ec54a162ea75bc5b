/**
 * Parts "takes" and "library": takes held beside real music that the network has not heard, a bot
 * that copies training pieces and a bot that strikes keys at random. The bots must fail.
 */
import { presets } from '../../src/model/preset';
import type { Rows } from '../../src/music/encoding/encoding';
import { studio } from '../../src/music/encoding/studio';
import { Random } from '../../src/music/random';
import { librarySongs } from '../../src/music/testSongs';
import { archivePieces, type JudgedPieces } from './data';
import { trainOn } from './judge';
import { bandsOf, type Group, isValid, meanOf, outside, randomRows, stretches } from './judgement';
import type { Part, PartContext, PartResult } from './parts';
import type { PlainTake } from './requests';
import { MEASURES, Reference, type TakeMeasures } from './takes';

const BARS = 16;
const WIDTH = studio.columns.length;
const preset = presets['studio-medium'];

/** Trained to the end on a collection; held beside pieces that were kept from training. */
export const takes: Part = {
  name: 'takes',
  title: 'Takes beside real music and bots (Studio medium, mutopia-public-domain.zip)',
  async measure(context) {
    const pieces = archivePieces('mutopia-public-domain.zip');
    if (!pieces) throw new Error('mutopia-public-domain.zip is not beside the project.');
    const trainedOn = new Reference(pieces.training.map(({ rows }) => rows));
    return judgeTakes(context, pieces, 'takes', (length, random) =>
      pieces.test.flatMap(({ rows }) =>
        stretches(rows, length, 2, random).map((part) => measured(part, trainedOn)),
      ),
    );
  },
};

/** As a newcomer hears it: the sample library and the defaults. Each piece beside the others. */
export const library: Part = {
  name: 'library',
  title: 'Takes of the sample library, trained with the defaults, beside its pieces and bots',
  async measure(context) {
    const all = librarySongs().map(({ name, song }) => ({ id: name, rows: studio.encode(song) }));
    const pieces = { training: all.slice(1), validation: all.slice(0, 1), test: [] };
    return judgeTakes(context, pieces, 'library', (length, random) =>
      all.flatMap((piece) => {
        const others = new Reference(
          all.filter((other) => other !== piece).map(({ rows }) => rows),
        );
        return stretches(piece.rows, length, 4, random).map((part) => measured(part, others));
      }),
    );
  },
};

interface Measured {
  measures: TakeMeasures;
  valid: boolean;
}

function measured(rows: Rows, reference: Reference): Measured {
  const notes = studio.decode(rows);
  return { measures: reference.measure(rows, notes), valid: isValid(notes) };
}

function groupOf(name: string, parts: readonly Measured[]): Group {
  return {
    name,
    measures: parts.map(({ measures }) => measures),
    valid: parts.filter(({ valid }) => valid).length,
  };
}

/** @param real measures stretches of so many rows of music that the model has not learnt from */
async function judgeTakes(
  { worker, quick }: PartContext,
  pieces: JudgedPieces,
  name: string,
  real: (length: number, random: Random) => Measured[],
): Promise<PartResult> {
  const trainedOn = pieces.training.map(({ rows }) => rows);
  const reference = new Reference(trainedOn);
  const composed: PlainTake[] = [];
  const seconds: number[] = [];
  for (const seed of quick ? [1] : [1, 2, 3]) {
    const settings = { ...preset.defaults, ...(quick && { epochs: 1 }), seed };
    seconds.push((await trainOn(worker, pieces, preset, settings, studio.columns)).seconds);
    composed.push(...(await composeTakes(worker, seed, quick ? 4 : 20)));
  }
  const random = Random.fromSeed(7);
  const lengths = composed.map(({ rows }) => rows.length / WIDTH).sort((a, b) => a - b);
  const length = lengths[lengths.length >> 1];
  const ours = groupOf(
    'takes',
    composed.map(({ rows, notes }) => ({
      measures: reference.measure({ width: WIDTH, data: Int32Array.from(rows) }, notes),
      valid: isValid(notes),
    })),
  );
  const music = groupOf('real music', real(length, random));
  const copied = trainedOn.slice(0, 20).flatMap((rows) => stretches(rows, length, 1, random));
  const copying = groupOf(
    'copying bot',
    copied.map((rows) => measured(rows, reference)),
  );
  const struck = Array.from({ length: 20 }, () => randomRows(length, random));
  const striking = groupOf(
    'random bot',
    struck.map((rows) => measured(rows, reference)),
  );
  const bands = bandsOf(music.measures);
  const caught = (group: Group): string => outside(group, bands).join(', ');
  if (!outside(copying, bands).includes('longestCopy') || outside(striking, bands).length < 3) {
    console.error('A bot passed: these checks tell nothing.');
    process.exitCode = 1;
  }
  const groups = [music, ours, copying, striking];
  return {
    figures: {
      [`${name}_count`]: ours.measures.length,
      [`${name}_valid`]: ours.valid,
      [`${name}_outside`]: caught(ours),
      [`${name}_copying_bot_outside`]: caught(copying),
      [`${name}_random_bot_outside`]: caught(striking),
      [`${name}_training_seconds`]: Math.max(...seconds),
    },
    table: {
      head: ['measure', 'band', ...groups.map((group) => group.name)],
      rows: [
        ...MEASURES.map((key) => [
          key,
          `${bands[key].low.toFixed(2)} to ${bands[key].high.toFixed(2)}`,
          ...groups.map((group) => {
            const mean = meanOf(group, key).toFixed(2);
            return outside(group, bands).includes(key) ? `${mean} (outside)` : mean;
          }),
        ]),
        ['valid', '', ...groups.map(({ valid, measures }) => `${valid} of ${measures.length}`)],
      ],
    },
  };
}

async function composeTakes(
  worker: PartContext['worker'],
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
