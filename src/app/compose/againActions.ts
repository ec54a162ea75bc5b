/** Bars of a take: marking them and composing them again. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { TrainingPiece } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import type { WorkerClient } from '../../worker/client';
import type { RecomposeInput } from '../../worker/protocol';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { StartModelLoader } from '../start/startModel';
import type { AppState } from '../state';
import type { MarkedBars } from './composeState';
import { composingModel } from './composingModel';
import { modelInUse } from './modelInUse';
import type { Take } from './take';

type AgainActions = Pick<Actions, 'markBars' | 'composeAgain' | 'cancelAgain'>;

/** The model's candidates for bars of this take; undefined where they cannot be composed again. */
export function candidatesFor(
  take: Pick<Take, 'preset' | 'composing'>,
  checkpoint: Checkpoint | undefined,
): number | undefined {
  if (take.composing || !checkpoint) return undefined;
  const { encoding, composing } = presets[take.preset];
  return presets[checkpoint.preset].encoding === encoding ? composing.candidates : undefined;
}

/**
 * @param piecesToSearch gives the pieces in which takes are searched for copies
 * @param start gives what Etude's own model was taught on
 */
export function againActions(
  store: StoreApi<AppState>,
  composer: WorkerClient,
  piecesToSearch: () => TrainingPiece[],
  start: Pick<StartModelLoader, 'runs'>,
): AgainActions {
  let cancel: AbortController | undefined;
  /** Candidates drawn in this visit: each press draws others. */
  let drawn = 0;

  function replace(id: string, change: (take: Take) => Take): void {
    store.setState(({ takes }) => ({
      takes: takes.map((take) => (take.id === id ? change(take) : take)),
    }));
  }

  async function composeAgain(bars: MarkedBars): Promise<void> {
    const state = store.getState();
    const { takes, compose, recomposing } = state;
    const checkpoint = modelInUse(state);
    const take = takes.find(({ id }) => id === bars.take);
    const candidates = take && candidatesFor(take, checkpoint);
    if (!take || !checkpoint || !candidates) return;
    if (recomposing || compose.running) return;
    const { temperature, rhythmTemperature, topP, seed } = compose.settings;
    const drawing = { temperature, rhythmTemperature, topP };
    const settings = {
      ...take.settings,
      ...drawing,
      // A drawn plan may have set it.
      style: take.form?.style ?? take.settings.style,
      seed: seed + drawn,
      takes: candidates,
    };
    drawn += candidates;
    const [timeSignature] = take.timeSignatures;
    const { notes, odds, promptNotes } = take;
    const model = composingModel(checkpoint, 'best');
    const controller = new AbortController();
    cancel = controller;
    store.setState({ recomposing: { take: take.id, progress: 0 } });
    const input: RecomposeInput = {
      model,
      settings,
      take: { notes, odds, promptNotes, timeSignature },
      passage: { from: bars.from, to: bars.to },
      pieces: piecesToSearch(),
      published: await start.runs(model.root),
    };
    try {
      const output = await composer.run('recompose', input, {
        signal: controller.signal,
        onProgress: ({ share }) =>
          store.setState({ recomposing: { take: take.id, progress: share } }),
      });
      // It may have been cancelled after the last progress message.
      controller.signal.throwIfAborted();
      const counted = countedBars(bars);
      const remark = t('takes.barsAgainRemark', { ...counted, seed: settings.seed });
      replace(take.id, (old) => ({
        ...old,
        ...output,
        // The bars that stay still follow the plan of that piece.
        form: output.form && { ...output.form, planOf: old.form?.planOf },
        remarks: [...old.remarks, remark],
      }));
      const done = t('takes.barsAgain', { ...counted, title: take.title });
      notify(store, done, () => restore(take));
    } catch (error) {
      if (!controller.signal.aborted) notify(store, errorMessage(error));
    } finally {
      cancel = undefined;
      store.setState({ recomposing: undefined });
    }
  }

  /** Also where the take was removed since. */
  function restore(take: Take): void {
    replace(take.id, () => take);
    store.setState(({ takes }) => ({ takes: putBack(takes, [take]) }));
  }

  return {
    markBars: (markedBars) => store.setState({ markedBars }),
    composeAgain,
    cancelAgain: () => cancel?.abort(),
  };
}

/** @returns `bar 5` or `bars 5 to 8`, counted from 1 */
export function barsInWords(bars: Pick<MarkedBars, 'from' | 'to'>): string {
  return t('takes.bars', countedBars(bars));
}

/** Marked bars as texts count them: from 1, the last one included. */
function countedBars({ from, to }: Pick<MarkedBars, 'from' | 'to'>): {
  count: number;
  first: number;
  last: number;
} {
  return { count: to - from, first: from + 1, last: to };
}
