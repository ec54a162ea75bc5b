/**
 * Short takes composed during training, so that the first steps and epochs 1, 5 and 20 can be
 * compared. They are composed in the auxiliary worker: training does not wait for them.
 */
import type { StoreApi } from 'zustand/vanilla';
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import type { WorkerClient } from '../../worker/client';
import { composingModel, stepsBehind } from '../compose/composingModel';
import type { Take } from '../compose/take';
import { createId } from '../shared/ids';
import type { AppState } from '../state';

/** Snippets are at least this far apart, milliseconds. */
const INTERVAL = 4_000;
/** Maximum number; above it, every second snippet of the older half is removed. */
const MOST = 24;
/** Length of a snippet. */
const LENGTH = { notes: 24, bars: 4 } as const;

/** @returns what to call with each checkpoint of a run */
export function composeSnippets(
  store: StoreApi<AppState>,
  composer: WorkerClient,
): (checkpoint: Checkpoint) => void {
  let lastBegun = Number.NEGATIVE_INFINITY;
  /** Place of the last checkpoint in its run. */
  let last = { epoch: 0, step: 0 };

  async function compose(checkpoint: Checkpoint): Promise<void> {
    const { preset, typicalMeter, epoch } = checkpoint;
    const steps = stepsBehind(checkpoint);
    const timeSignature = { tick: 0, ...typicalMeter.timeSignature };
    const settings = {
      temperature: 1,
      rhythmTemperature: 1,
      topP: 0.9,
      length: LENGTH[presets[preset].composing.lengthUnit],
      // One seed for all, so that only the training makes a difference.
      seed: 1,
      takes: 1,
    };
    const output = await composer.run('compose', {
      model: composingModel(checkpoint, 'latest'),
      settings,
      timeSignature,
      pieces: [],
    });
    const [{ notes, odds, remarks, promptNotes }] = output.takes;
    const snippet: Take = {
      id: createId(),
      number: epoch,
      title:
        steps === undefined
          ? t('training.snippet', { epoch })
          : t('training.snippetSteps', { count: steps }),
      notes,
      odds,
      ppq: output.ppq,
      tempos: [{ tick: 0, microsecondsPerQuarter: typicalMeter.microsecondsPerQuarter }],
      timeSignatures: [timeSignature],
      promptNotes,
      settings,
      preset,
      epoch,
      steps,
      remarks,
      composing: false,
    };
    store.setState(({ snippets, shown }) => {
      const heard = shown.kind === 'take' ? shown.id : undefined;
      return { snippets: thin([...snippets, snippet], heard) };
    });
  }

  return (checkpoint) => {
    const { epoch, step } = checkpoint;
    const { epoch: lastEpoch, step: lastStep } = last;
    if (epoch < lastEpoch || step < lastStep) lastBegun = Number.NEGATIVE_INFINITY;
    // Within the first epoch the steps are what is new, later the epochs.
    const isNew = epoch === 0 ? step > 0 && step !== lastStep : epoch !== lastEpoch;
    last = { epoch, step };
    if (!isNew || performance.now() - lastBegun < INTERVAL) return;
    lastBegun = performance.now();
    // A failed snippet is dropped: the next one follows soon.
    compose(checkpoint).catch(() => {});
  };
}

/** Keeps the first, the newest and the shown one, and every second of the older half. */
function thin(snippets: Take[], heard: string | undefined): Take[] {
  if (snippets.length <= MOST) return snippets;
  return snippets.filter(({ id }, i) => id === heard || i >= MOST / 2 || i % 2 === 0);
}
