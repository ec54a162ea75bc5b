/** Takes of three networks, compared with real music, a copying bot and a random bot. */
import { encodings } from '../../src/music/encoding';
import { packSong } from '../../src/music/packedSong';
import { Random } from '../../src/music/random';
import type { TimeSignature } from '../../src/music/song';
import type { Style } from '../../src/music/style';
import { defaultTempoAndMeter } from '../../src/training/typicalMeter';
import { outside } from './bands';
import { composeTakes } from './composeTakes';
import type { EncodedSong, JudgedPieces } from './data';
import { formsOf } from './forms';
import { trainOn } from './judge';
import { judged } from './judgedPresets';
import {
  groupOf,
  type KnownPiece,
  knownPiece,
  pieceMaterial,
  type RandomStreams,
  randomMaterial,
  takeMaterial,
} from './material';
import { type Material, MEASURES } from './measures';
import type { PartContext, PartResult } from './part';
import type { PlainTake } from './requests';
import { endsOnTonicTriad } from './score/harmony';
import { longestLoop } from './score/repetition';
import { takeScore } from './score/score';
import { openStartFile } from './startFile';
import { Reference } from './takes';
import { takesTable } from './takesTable';

const NETWORK_SEEDS = [1, 2, 3];
/** Takes of each network in the table. */
const SHOWN = 20;
/** Takes of each network searched for loops and endings: 201 in all. */
const COMPOSED = 67;
/** Training pieces of the copying bot, and attempts of the random bot. */
const BOT_TAKES = 20;
/** Least number of measures that a bot must fail. */
const LEAST_OUTSIDE = 3;

/** Pieces and real music of an evaluation, and the names of its figures. */
export interface Trial {
  name: string;
  /** Prefix of `_outside_bands`. */
  takes: string;
  pieces: JudgedPieces<EncodedSong>;
  /** Use of the start model: without training, or as the start of training. Default: none. */
  start?: 'alone' | 'trained on';
  /** Styles asked for, take by take, from the first again when they are used up. Default: any. */
  styles?: readonly (Style | undefined)[];
  /** Real music outside the training set, in passages of `length` notes. */
  real(length: number, draws: RandomStreams): Material[];
}

export async function judgeTakes(
  { worker, quick }: PartContext,
  { name, takes, pieces, start, styles, real }: Trial,
): Promise<PartResult> {
  const { columns } = encodings[judged.encoding];
  const trainedOn = pieces.training.map(knownPiece);
  const reference = new Reference(trainedOn.map(({ rows }) => rows));
  const timeSignature = {
    tick: 0,
    ...defaultTempoAndMeter(pieces.training.map(({ song }) => packSong(song))).timeSignature,
  };
  const started = start ? await openStartFile(worker) : [];
  const forms = start === 'alone' ? started : formsOf(pieces.training, encodings[judged.encoding]);
  const shown: PlainTake[] = [];
  const composed: PlainTake[] = [];
  const seconds: number[] = [];
  for (const seed of quick ? NETWORK_SEEDS.slice(0, 1) : NETWORK_SEEDS) {
    const settings = { ...judged.defaults, ...(quick && { epochs: 1 }), seed };
    if (start !== 'alone') {
      const options = { start: start !== undefined };
      seconds.push((await trainOn(worker, pieces, judged, settings, columns, options)).seconds);
    }
    const some = await composeTakes(worker, seed, quick ? 8 : COMPOSED, {
      timeSignature,
      forms,
      styles,
    });
    shown.push(...some.slice(0, quick ? 4 : SHOWN));
    composed.push(...some);
  }
  const length = median(shown.map(({ rows }) => rows.length / columns.length));
  const draws = { passages: Random.fromSeed(7), excerpts: Random.fromSeed(8) };
  const music = groupOf('real music', real(length, draws));
  if (MEASURES.some((measure) => music.values.get(measure)?.length === 0)) {
    throw new Error('No piece that is held out is as long as a take.');
  }
  const ours = groupOf(
    'takes',
    shown.map((take) => takeMaterial(take, columns, reference, timeSignature)),
  );
  const copying = groupOf(
    'copying bot',
    spread(trainedOn, BOT_TAKES).map((piece) =>
      pieceMaterial(piece, reference, length, { passages: 1, excerpts: 1 }, draws),
    ),
  );
  const striking = groupOf(
    'random bot',
    Array.from({ length: BOT_TAKES }, () =>
      randomMaterial(length, reference, timeSignature, draws.passages),
    ),
  );
  const caught = outside(copying, music).includes('longestCopy');
  if (!caught || outside(striking, music).length < LEAST_OUTSIDE) {
    console.error('A bot passed: these checks tell nothing.');
    process.exitCode = 1;
  }
  const all = [...pieces.training, ...pieces.validation, ...pieces.test].map(knownPiece);
  const { figures, rows } = endsAndLoops(name, composed, all, timeSignature);
  const table = takesTable(name, takes, music, ours, [copying, striking]);
  return {
    figures: {
      ...(seconds.length > 0 && { [`${name}_training_seconds`]: Math.max(...seconds) }),
      [`${name}_meter`]: `${timeSignature.numerator}/${timeSignature.denominator}`,
      ...table.figures,
      ...figures,
    },
    table: { head: table.head, rows: [...table.rows, ...rows] },
  };
}

/** Loops and endings of all takes, including those outside the table, and loops of whole pieces. */
function endsAndLoops(
  name: string,
  takes: readonly PlainTake[],
  pieces: readonly KnownPiece[],
  timeSignature: TimeSignature,
): Omit<PartResult, 'table'> & { rows: string[][] } {
  const scores = takes.map(({ notes }) => takeScore(notes, timeSignature));
  const loop = Math.max(...scores.map(longestLoop));
  const loopInPieces = Math.max(...pieces.map(({ score }) => longestLoop(score)));
  const triads = scores.filter(endsOnTonicTriad).length / scores.length;
  return {
    figures: {
      [`${name}_longest_loop_bars`]: loop,
      [`${name}_longest_loop_in_pieces_bars`]: loopInPieces,
      [`${name}_ending_triad_share`]: triads,
    },
    rows: [
      [
        `longest loop of ${takes.length} takes, and of whole pieces, bars`,
        '',
        String(loopInPieces),
        String(loop),
        '',
        '',
      ],
      [`tonic triad at the end, of ${takes.length} takes`, '', '', triads.toFixed(2), '', ''],
    ],
  };
}

/** At most `count` of the values, evenly spaced. */
function spread<T>(values: readonly T[], count: number): T[] {
  const step = Math.max(1, values.length / count);
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, i) => values[Math.floor(i * step)],
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
