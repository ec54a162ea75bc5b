/**
 * Composes marked bars of a take again. Several candidates are drawn as one batch, under the key, the
 * plan and the number of bars of the take; the one is kept that makes the bars after it most probable.
 */
import type { Encoding, Rows } from '../../music/encoding/encoding';
import { separateRepeats } from '../../music/encoding/studio';
import { TICK_CLASSES } from '../../music/encoding/tickClasses';
import { withheldBits, withholder } from '../../music/encoding/withhold';
import type { Conditions } from '../../music/form/conditions';
import type { Random } from '../../music/random';
import { DEFAULT_MICROSECONDS_PER_QUARTER, type Note, type Song } from '../../music/song';
import type { Style } from '../../music/style';
import { t } from '../../texts/t';
import type { ComposeOptions, Composer, SamplingSettings } from '../composer';
import type { Likelihood } from '../polyphonic/likelihood';
import type { NoteOdds } from '../take';
import type { BarRange, RecomposedTake } from './contract';
import { TakeBuilder } from './takeBuilder';

/** Bars after the passage by which candidates are judged, at most. */
const JUDGED_BARS = 4;
const LOOSE = withheldBits(['loose memory']);

interface RecomposeOptions extends SamplingSettings {
  /** Default: none. */
  style?: Style;
  /** 0..23, see `music/form/key.ts`. Default: the key in which the take is heard. */
  key?: number;
  /** One for each candidate. */
  random: readonly Random[];
}

/** What was drawn for the bars. */
interface Candidate {
  notes: Note[];
  odds: NoteOdds[];
  /** Log-likelihood of the notes after the passage, in nats; 0 where nothing follows. */
  score: number;
}

export interface Recomposition {
  notes: Note[];
  odds: NoteOdds[];
  /** Notes of the prompt before the passage. */
  promptNotes: number;
  /** The rows of the whole take. */
  rows: Rows;
  /** In the order of `random`; undefined for silent ones and for those too dense to be played. */
  candidates: (Candidate | undefined)[];
  /** Index of the candidate that was kept. */
  kept: number;
}

/** A take without its passage. */
interface CutTake {
  encoding: Encoding;
  conditions: Conditions;
  before: CutNotes;
  after: CutNotes;
  /** How many of the notes after the passage judge it. */
  judged: number;
  compose: Omit<ComposeOptions, keyof SamplingSettings | 'random'> & { form: Conditions };
}

interface CutNotes {
  notes: Note[];
  odds: NoteOdds[];
}

/**
 * Yields the share that is done, 0..1. Notes outside the bars stay as they are, except that a note
 * ends where its key is struck again.
 * @throws {Error} with a plain sentence where the take lacks these bars or no candidate is usable
 */
export function* recompose(
  encoding: Encoding,
  composer: Composer,
  likelihood: Likelihood,
  take: RecomposedTake,
  passage: BarRange,
  options: RecomposeOptions,
): Generator<number, Recomposition, void> {
  const cut = cutTake(encoding, take, passage, options.key, options.style);
  const builders = yield* draw(composer, cut, options);
  const candidates: (Candidate | undefined)[] = [];
  for (const builder of builders) {
    candidates.push(judge(cut, likelihood, builder));
    yield (1 + candidates.length / builders.length) / 2;
  }
  const kept = indexOfBest(candidates);
  const best = candidates[kept];
  if (!best) throw new Error(t('run.nothingPlayable'));
  const notes = join(cut, best.notes);
  const odds = [...cut.before.odds, ...best.odds, ...cut.after.odds];
  const promptNotes = Math.min(take.promptNotes, cut.before.notes.length);
  return { notes, odds, promptNotes, rows: encode(cut, notes), candidates, kept };
}

function cutTake(
  encoding: Encoding,
  { notes, odds, timeSignature }: RecomposedTake,
  { from, to }: BarRange,
  key: number | undefined,
  style: Style | undefined,
): CutTake {
  const song = songOf(notes, timeSignature, encoding.ppq);
  const found = encoding.conditionsOf?.(song);
  if (!found?.bars) throw new Error(t('run.barsCannotBeComposed'));
  const { bars } = found;
  const [meter] = found.meters;
  if (meter.tick !== 0 || from < 0 || from >= bars || to <= from) {
    throw new Error(t('run.noSuchBars'));
  }
  const conditions = { ...found, style, key: key ?? found.key };
  const start = from * meter.barTicks;
  const end = to * meter.barTicks;
  const part = (first: number, last: number): CutNotes => {
    const isIn = (_: unknown, i: number): boolean => notes[i].tick >= first && notes[i].tick < last;
    return { notes: notes.filter(isIn), odds: odds.filter(isIn) };
  };
  const before = part(0, start);
  const { width, data } = encoding.encode(song, conditions);
  return {
    encoding,
    conditions,
    before,
    after: part(end, Number.POSITIVE_INFINITY),
    judged: part(end, end + JUDGED_BARS * meter.barTicks).notes.length,
    compose: {
      prompt: { width, data: data.slice(0, before.notes.length * width) },
      rest: start - (before.notes.at(-1)?.tick ?? start),
      length: bars - from,
      stopAt: to < bars ? end : undefined,
      timeSignature,
      form: conditions,
    },
  };
}

/** Draws all candidates as one batch. */
function* draw(
  composer: Composer,
  { encoding, compose: { form, ...compose } }: CutTake,
  { random, ...sampling }: RecomposeOptions,
): Generator<number, TakeBuilder[], void> {
  const { prompt, stopAt, length } = compose;
  const builders = random.map((_, i) => new TakeBuilder(i, i, encoding, prompt));
  const [{ barTicks }] = form.meters;
  const end = stopAt ?? (form.bars ?? length) * barTicks;
  let ticks = 0;
  const forms = random.map(() => form);
  for (const rows of composer.compose({ ...compose, ...sampling, random, forms })) {
    for (const row of rows) {
      builders[row.take].add(row);
      ticks += TICK_CLASSES[row.row[encoding.timeColumn ?? 0]];
    }
    yield Math.min(1, ticks / random.length / end) / 2;
  }
  return builders;
}

/** @returns undefined for a candidate that cannot be used */
function judge(cut: CutTake, likelihood: Likelihood, builder: TakeBuilder): Candidate | undefined {
  const opened = cut.before.notes.length;
  const notes = builder.composed.notes.slice(opened);
  const odds = builder.composed.odds.slice(opened);
  if (notes.length === 0 || builder.endedEarly) return undefined;
  if (cut.judged === 0) return { notes, odds, score: 0 };
  const rows = encode(cut, join(cut, notes));
  const from = opened + notes.length;
  const nats = likelihood.nats(rows, { from, to: from + cut.judged });
  return { notes, odds, score: -nats.reduce((sum, column) => sum + column, 0) };
}

/** The highest score, the first among equals; -1 where none is usable. */
function indexOfBest(candidates: readonly (Candidate | undefined)[]): number {
  let best = -1;
  candidates.forEach((candidate, i) => {
    const highest = candidates[best]?.score ?? Number.NEGATIVE_INFINITY;
    if (candidate && candidate.score > highest) best = i;
  });
  return best;
}

function join({ before, after }: CutTake, notes: readonly Note[]): Note[] {
  return separateRepeats([...before.notes, ...notes, ...after.notes]);
}

/** The rows as the composer would read them: see `formComposer.ts` on loose memory. */
function encode({ encoding, conditions, compose }: CutTake, notes: readonly Note[]): Rows {
  const rows = encoding.encode(songOf(notes, compose.timeSignature, encoding.ppq), conditions);
  const withhold = withholder(encoding.columns);
  for (let at = 0; at < rows.data.length; at += rows.width) withhold(LOOSE, rows.data, at);
  return rows;
}

function songOf(
  notes: readonly Note[],
  timeSignature: RecomposedTake['timeSignature'],
  ppq: number,
): Song {
  const track = { name: '', channel: 0, program: 0, isDrum: false, notes: [...notes], pedal: [] };
  return {
    title: '',
    ppq,
    tempos: [{ tick: 0, microsecondsPerQuarter: DEFAULT_MICROSECONDS_PER_QUARTER }],
    timeSignatures: [{ ...timeSignature, tick: 0 }],
    keySignatures: [],
    tracks: [track],
  };
}
