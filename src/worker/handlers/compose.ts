/** Job "compose": samples takes from a checkpoint; silent or stuck ones are tried again. */
import { type Composer, createComposer } from '../../model/composer';
import { fastestCell } from '../../model/lstm/fastestCell';
import { type Preset, presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { Rows } from '../../music/encoding/encoding';
import { unpackSong } from '../../music/packedSong';
import { Random } from '../../music/random';
import type { Note } from '../../music/song';
import { ticksPerBar } from '../../music/time';
import { nextTask } from '../../training/nextTask';
import { CopyJudge } from '../copyReport';
import { Draft } from '../draft';
import type { ComposeInput, Handler, JobContext, Jobs } from '../protocol';

/** Seeds tried before a take is handed over as it is. */
const ATTEMPTS = 4;
/** A shorter take may well be one note. */
const SHORTEST_JUDGED = 4;
/** Takes are posted, and messages looked for, this often, milliseconds. */
const BREATH = 60;
/** Long takes take long to post and to show: at least this many times as long goes into composing. */
const COMPOSING_SHARE = 8;

type Progress = Jobs['compose']['progress'];

export const compose: Handler<'compose'> = async function* (input, context) {
  const { checkpoint } = input;
  const preset = presets[checkpoint.preset];
  const encoding = encodings[checkpoint.encoding.id];
  if (encoding.version !== checkpoint.encoding.version) {
    throw new Error('This model was trained by another version of Etude and cannot compose here.');
  }
  const weights = checkpoint.best?.weights ?? checkpoint.weights;
  const composer = createComposer(
    preset,
    weights,
    checkpoint.settings.sequenceLength,
    await fastestCell(),
  );
  return yield* composeTakes(input, preset, composer, context);
};

async function* composeTakes(
  input: ComposeInput,
  preset: Preset,
  composer: Composer,
  context: JobContext,
): AsyncGenerator<Progress, Jobs['compose']['output'], void> {
  const { checkpoint, settings, pieces } = input;
  const encoding = encodings[checkpoint.encoding.id];
  const opening = openingRows(input, preset);
  const judge = new CopyJudge(checkpoint, pieces);

  let drafts = Array.from(
    { length: settings.takes },
    (_, i) => new Draft(i, settings.seed + i, encoding, opening),
  );
  const finished: Draft[] = [];
  for (let attempt = 1; drafts.length > 0; attempt++) {
    yield* sampleTakes(composer, drafts, input, opening, context);
    const again: Draft[] = [];
    for (const draft of drafts) {
      const { notes, openingNotes } = draft.composed;
      const fault = faultOf(notes.slice(openingNotes));
      if (fault && attempt < ATTEMPTS) again.push(draft.retry(fault, settings.takes));
      else finished.push(draft);
    }
    drafts = again;
  }
  finished.sort((a, b) => a.take - b.take);
  return {
    ppq: encoding.ppq,
    takes: finished.map(({ composed, rows }) => ({
      ...composed,
      copying: judge.judge(rows, composed.openingNotes),
    })),
  };
}

/** Samples all drafts as one batch, telling of each as it grows. */
async function* sampleTakes(
  composer: Composer,
  drafts: readonly Draft[],
  { settings, timeSignature }: ComposeInput,
  opening: Rows,
  { signal }: JobContext,
): AsyncGenerator<Progress, void, void> {
  const random = drafts.map(({ seed }) => Random.fromSeed(seed));
  let nextBreath = performance.now() + BREATH;
  for (const rows of composer.compose({ ...settings, timeSignature, opening, random })) {
    for (const row of rows) drafts[row.take].add(row);
    const begun = performance.now();
    if (begun < nextBreath) continue;
    for (const draft of drafts) yield draft.progress(settings.takes);
    await nextTask();
    const now = performance.now();
    nextBreath = now + Math.max(BREATH, COMPOSING_SHARE * (now - begun));
    if (signal.aborted) throw new Error('Composing was cancelled.');
  }
  for (const draft of drafts) yield draft.progress(settings.takes);
}

/** The first rows of the opening piece: so many notes, or what begins in so many bars. */
function openingRows({ checkpoint, opening }: ComposeInput, { composing }: Preset): Rows {
  const encoding = encodings[checkpoint.encoding.id];
  const width = encoding.columns.length;
  if (!opening) return { width, data: new Int32Array(0) };
  const song = unpackSong(opening.song);
  const rows = encoding.encode(song);
  if (opening.length === undefined) return rows;
  let count = opening.length;
  if (composing.lengthUnit === 'bars') {
    const end = opening.length * ticksPerBar(song.timeSignatures[0], encoding.ppq);
    count = encoding.decode(rows).filter(({ tick }) => tick < end).length;
  }
  return { width, data: rows.data.slice(0, count * width) };
}

/** What is wrong with composed notes, to be put after "gave"; undefined if nothing. */
function faultOf(notes: readonly Note[]): string | undefined {
  if (notes.length === 0) return 'silence';
  if (notes.length < SHORTEST_JUDGED) return undefined;
  return notes.every(({ pitch }) => pitch === notes[0].pitch)
    ? 'one note again and again'
    : undefined;
}
