/** Job "recompose": composes bars of a take again; the best of several candidates is kept. */

import { fastestKernels } from '../../engine/composingKernels';
import { CopyJudge } from '../../model/composing/copyReport';
import { recompose as composeAgain } from '../../model/composing/recompose';
import { reportForm } from '../../model/composing/takeForms';
import { createComposer } from '../../model/createComposer';
import { Likelihood } from '../../model/polyphonic/likelihood';
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import { takeQuality } from '../../music/form/takeQuality';
import { Random } from '../../music/random';
import { t } from '../../texts/t';
import { nextTask } from '../../training/nextTask';
import { openRuns } from '../openRuns';
import type { Handler } from '../protocol';

/** Progress is posted, and messages looked for, this often, milliseconds. */
const POST_INTERVAL = 60;

export const recompose: Handler<'recompose'> = async function* (input, { signal }) {
  const { model, settings, take, passage, pieces, published } = input;
  const { architecture } = presets[model.preset];
  const encoding = encodings[model.encoding.id];
  if (architecture.kind !== 'polyphonic' || encoding.version !== model.encoding.version) {
    throw new Error(t('compose.noAgain'));
  }
  const { weights } = model;
  const kernels = await fastestKernels();
  const preset = presets[model.preset];
  const composer = createComposer(preset, weights, model.settings.sequenceLength, kernels);
  const likelihood = new Likelihood(architecture, encoding.columns, weights, kernels);
  const random = Array.from({ length: settings.takes }, (_, i) =>
    Random.fromSeed(settings.seed + i),
  );
  const steps = composeAgain(encoding, composer, likelihood, take, passage, {
    ...settings,
    random,
  });
  let nextPost = performance.now() + POST_INTERVAL;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (performance.now() < nextPost) continue;
    yield { share: step.value };
    await stopIfAborted(signal);
    nextPost = performance.now() + POST_INTERVAL;
  }
  // The search for copies may take longer than composing.
  await stopIfAborted(signal);
  const { notes, odds, promptNotes, rows } = step.value;
  return {
    notes,
    odds,
    promptNotes,
    copying: new CopyJudge(model, pieces, published && openRuns(published)).judge(
      rows,
      promptNotes,
    ),
    form: reportForm(encoding, rows, take.timeSignature, {
      style: settings.style,
      key: settings.key,
    }),
    quality: takeQuality({ notes, promptNotes }, encoding.ppq, take.timeSignature),
  };
};

/** Lets messages in. */
async function stopIfAborted(signal: AbortSignal): Promise<void> {
  await nextTask();
  if (signal.aborted) throw new Error(t('compose.cancelled'));
}
