/** Job "compose": samples takes from a checkpoint; silent or stuck ones are tried again. */

import { fastestCell } from '../../engine/lstm/fastestCell';
import { type Composer, createComposer } from '../../model/composer';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { Random } from '../../music/random';
import { nextTask } from '../../training/nextTask';
import { CopyJudge } from '../copyReport';
import { Draft } from '../draft';
import { type OpeningRows, openingRows } from '../openingRows';
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
  const { preset: id, encoding: written, weights, settings } = input.model;
  const preset = presets[id];
  if (encodings[written.id].version !== written.version) {
    throw new Error('This model was trained by another version of Etude and cannot compose here.');
  }
  const composer = createComposer(preset, weights, settings.sequenceLength, await fastestCell());
  const opening = openingRows(input, preset);
  const drafts = yield* sampleUntilSound(composer, input, opening, context);
  return {
    ppq: encodings[written.id].ppq,
    takes: await judgeTakes(input, drafts, context),
  };
};

/** Samples all takes, and those again, with other seeds, in which something is wrong. */
async function* sampleUntilSound(
  composer: Composer,
  input: ComposeInput,
  opening: OpeningRows,
  context: JobContext,
): AsyncGenerator<Progress, Draft[], void> {
  const { model, settings } = input;
  const encoding = encodings[model.encoding.id];
  let drafts = Array.from(
    { length: settings.takes },
    (_, i) => new Draft(i, settings.seed + i, encoding, opening.rows),
  );
  const finished: Draft[] = [];
  for (let attempt = 1; drafts.length > 0; attempt++) {
    yield* sampleTakes(composer, drafts, input, opening, context);
    const again: Draft[] = [];
    for (const draft of drafts) {
      const fault = faultOf(draft);
      if (fault && attempt < ATTEMPTS) again.push(draft.retry(fault, settings.takes));
      else finished.push(draft);
    }
    drafts = again;
  }
  return finished.sort((a, b) => a.take - b.take);
}

/** Looks for copies once all takes are there to be listened to: it may take longer than composing. */
async function judgeTakes(
  { model, pieces }: ComposeInput,
  drafts: readonly Draft[],
  { signal }: JobContext,
): Promise<Jobs['compose']['output']['takes']> {
  await nextTask();
  const judge = new CopyJudge(model, pieces);
  const takes: Jobs['compose']['output']['takes'] = [];
  for (const { composed, rows } of drafts) {
    takes.push({ ...composed, copying: judge.judge(rows, composed.openingNotes) });
    await nextTask();
    if (signal.aborted) throw cancelled();
  }
  return takes;
}

/** Samples all drafts as one batch, telling of each as it grows. */
async function* sampleTakes(
  composer: Composer,
  drafts: readonly Draft[],
  { settings, timeSignature }: ComposeInput,
  { rows: opening, rest }: OpeningRows,
  { signal }: JobContext,
): AsyncGenerator<Progress, void, void> {
  const random = drafts.map(({ seed }) => Random.fromSeed(seed));
  let nextBreath = performance.now() + BREATH;
  for (const rows of composer.compose({ ...settings, timeSignature, opening, rest, random })) {
    for (const row of rows) drafts[row.take].add(row);
    const begun = performance.now();
    if (begun < nextBreath) continue;
    for (const draft of drafts) yield draft.progress(settings.takes);
    await nextTask();
    const now = performance.now();
    nextBreath = now + Math.max(BREATH, COMPOSING_SHARE * (now - begun));
    if (signal.aborted) throw cancelled();
  }
  for (const draft of drafts) yield draft.progress(settings.takes);
}

/** What is wrong with composed notes, to be put after "gave"; undefined if nothing. */
function faultOf(draft: Draft): string | undefined {
  const { notes, openingNotes } = draft.composed;
  const composed = notes.slice(openingNotes);
  if (composed.length === 0) return 'silence';
  if (draft.endedEarly) return 'more notes than hands can play';
  if (composed.length < SHORTEST_JUDGED) return undefined;
  return composed.every(({ pitch }) => pitch === composed[0].pitch)
    ? 'one note again and again'
    : undefined;
}

function cancelled(): Error {
  return new Error('Composing was cancelled.');
}
