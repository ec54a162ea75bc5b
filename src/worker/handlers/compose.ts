/** Job "compose": samples takes from a checkpoint; silent or stuck ones are tried again. */

import { fastestKernels } from '../../engine/composingKernels';
import type { Composer } from '../../model/composer';
import { SEEDS_PER_TAKE } from '../../model/composing/contract';
import { CopyJudge } from '../../model/composing/copyReport';
import { type PromptRows, promptRows } from '../../model/composing/promptRows';
import { TakeBuilder, type TakeFault } from '../../model/composing/takeBuilder';
import {
  type ChosenForm,
  chooseForm,
  keyOfRows,
  planOfRows,
  reportForm,
} from '../../model/composing/takeForms';
import { createComposer } from '../../model/createComposer';
import { takeBars } from '../../model/form/takeConditions';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { takeQuality } from '../../music/form/takeQuality';
import { Random } from '../../music/random';
import { t } from '../../texts/t';
import { nextTask } from '../../training/nextTask';
import { openRuns } from '../openRuns';
import { plansAtHand } from '../plansAtHand';
import type { ComposeInput, Handler, JobContext, Jobs } from '../protocol';

/** A shorter take may well be one note. */
const SHORTEST_JUDGED = 4;
/** Takes are posted, and messages looked for, this often, milliseconds. */
const BREATH = 60;
/** Ratio of composing time to posting time, at least: long takes are slow to post and to show. */
const COMPOSING_SHARE = 8;

type Progress = Jobs['compose']['progress'];

export const compose: Handler<'compose'> = async function* (input, context) {
  const { preset: id, encoding: written, weights, settings } = input.model;
  const preset = presets[id];
  if (encodings[written.id].version !== written.version) {
    throw new Error(t('compose.otherVersion'));
  }
  const composer = createComposer(preset, weights, settings.sequenceLength, await fastestKernels());
  const prompt = promptRows(input, preset);
  const formOf = formsFor(input, prompt);
  const builders = yield* sampleUntilSound(composer, input, prompt, formOf, context);
  return {
    ppq: encodings[written.id].ppq,
    takes: await judgeTakes(input, builders, formOf, context),
  };
};

/** The form that the take with this seed is given. */
type FormOf = (seed: number) => ChosenForm;

function formsFor(input: ComposeInput, prompt: PromptRows): FormOf {
  const { model, settings, timeSignature } = input;
  if (!encodings[model.encoding.id].derive) return () => ({});
  const bars = takeBars({ ...settings, prompt: prompt.rows, rest: prompt.rest, timeSignature });
  const key = keyOfRows(prompt.rows, timeSignature);
  const forms = input.planned ? plansAtHand(input) : (model.forms ?? []);
  return (seed) => chooseForm(settings, forms, bars, seed, key);
}

/** Samples all takes, and those again, with other seeds, in which something is wrong. */
async function* sampleUntilSound(
  composer: Composer,
  input: ComposeInput,
  prompt: PromptRows,
  formOf: FormOf,
  context: JobContext,
): AsyncGenerator<Progress, TakeBuilder[], void> {
  const { model, settings } = input;
  const encoding = encodings[model.encoding.id];
  let builders = Array.from(
    { length: settings.takes },
    (_, i) => new TakeBuilder(i, settings.seed + i, encoding, prompt.rows),
  );
  const finished: TakeBuilder[] = [];
  for (let attempt = 1; builders.length > 0; attempt++) {
    yield* sampleTakes(composer, builders, input, prompt, formOf, context);
    const again: TakeBuilder[] = [];
    for (const builder of builders) {
      const fault = takeFault(builder);
      if (fault && attempt < SEEDS_PER_TAKE) again.push(builder.retry(fault, settings.takes));
      else finished.push(builder);
    }
    builders = again;
  }
  return finished.sort((a, b) => a.take - b.take);
}

/** Searches for copies after all takes are posted: it may take longer than composing. */
async function judgeTakes(
  { model, pieces, published, timeSignature }: ComposeInput,
  builders: readonly TakeBuilder[],
  formOf: FormOf,
  { signal }: JobContext,
): Promise<Jobs['compose']['output']['takes']> {
  await nextTask();
  const judge = new CopyJudge(model, pieces, published && openRuns(published));
  const takes: Jobs['compose']['output']['takes'] = [];
  const encoding = encodings[model.encoding.id];
  for (const { composed, rows, seed } of builders) {
    const copying = judge.judge(rows, composed.promptNotes);
    const chosen = formOf(seed);
    const form = reportForm(encoding, rows, timeSignature, chosen);
    const plans = chosen.plan && { asked: chosen.plan, made: planOfRows(rows, timeSignature) };
    const quality = takeQuality(composed, encoding.ppq, timeSignature, plans);
    takes.push({ ...composed, copying, form, quality });
    await nextTask();
    if (signal.aborted) throw cancelled();
  }
  return takes;
}

/** Samples all takes as one batch and yields each as it grows. */
async function* sampleTakes(
  composer: Composer,
  builders: readonly TakeBuilder[],
  { settings, timeSignature }: ComposeInput,
  { rows: prompt, rest }: PromptRows,
  formOf: FormOf,
  { signal }: JobContext,
): AsyncGenerator<Progress, void, void> {
  const random = builders.map(({ seed }) => Random.fromSeed(seed));
  let nextBreath = performance.now() + BREATH;
  const forms = builders.map(({ seed }) => formOf(seed));
  const options = { ...settings, timeSignature, prompt, rest, random, forms };
  for (const rows of composer.compose(options)) {
    for (const row of rows) builders[row.take].add(row);
    const begun = performance.now();
    if (begun < nextBreath) continue;
    for (const builder of builders) yield builder.progress(settings.takes);
    await nextTask();
    const now = performance.now();
    nextBreath = now + Math.max(BREATH, COMPOSING_SHARE * (now - begun));
    if (signal.aborted) throw cancelled();
  }
  for (const builder of builders) yield builder.progress(settings.takes);
}

/** @returns undefined where nothing is wrong */
function takeFault(builder: TakeBuilder): TakeFault | undefined {
  const { notes, promptNotes } = builder.composed;
  const composed = notes.slice(promptNotes);
  if (composed.length === 0) return 'silence';
  if (builder.endedEarly) return 'dense';
  if (composed.length < SHORTEST_JUDGED) return undefined;
  return composed.every(({ pitch }) => pitch === composed[0].pitch) ? 'one note' : undefined;
}

function cancelled(): Error {
  return new Error(t('compose.cancelled'));
}
