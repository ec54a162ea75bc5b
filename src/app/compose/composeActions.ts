/** Composing takes from the trained model. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import {
  type ComposedTake,
  type ComposeSettings,
  SEEDS_PER_TAKE,
  type TrainingPiece,
} from '../../model/composing/contract';
import type { Checkpoint } from '../../training/checkpoint';
import type { WorkerClient } from '../../worker/client';
import type { ComposeInput } from '../../worker/protocol';
import type { Actions } from '../actions';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { StartModelLoader } from '../start/startModel';
import type { AppState, ComposeState, PromptChoice, Take } from '../state';
import { composingModel, epochsBehind } from './composingModel';
import { mayCompose } from './modelInUse';
import { type Prompt, promptFor } from './prompt';
import { followedForm } from './takeForm';
import { numbered } from './takeNumbers';
import { batchProgress } from './takeProgress';

type ComposeActions = Pick<
  Actions,
  | 'changeComposeSettings'
  | 'lockSeed'
  | 'choosePrompt'
  | 'generate'
  | 'cancelGenerate'
  | 'removeTake'
>;

/**
 * @param piecesToSearch gives the pieces in which takes are searched for copies
 * @param start composes where there is no model at hand
 */
export function composeActions(
  store: StoreApi<AppState>,
  composer: WorkerClient,
  piecesToSearch: () => TrainingPiece[],
  start: Pick<StartModelLoader, 'load' | 'runs'>,
): ComposeActions {
  let cancel: AbortController | undefined;

  function patch(change: Partial<ComposeState>): void {
    store.setState(({ compose }) => ({ compose: { ...compose, ...change } }));
  }

  async function generate(): Promise<void> {
    const state = store.getState();
    if (!mayCompose(state) || state.compose.running || state.recomposing) return;
    const controller = new AbortController();
    cancel = controller;
    patch({ running: true, progress: 0, error: undefined });
    const { settings } = state.compose;
    if (!state.compose.seedLocked) patch({ settings: { ...settings, seed: seedAfter(settings) } });
    let takes: Take[] = [];
    try {
      const checkpoint = state.training.checkpoint ?? (await start.load(controller.signal));
      if (!checkpoint) return;
      const form = followedForm(settings, checkpoint.forms);
      const prompt = promptFor(state, checkpoint);
      const model = composingModel(checkpoint, 'best');
      const input: ComposeInput = {
        model,
        settings: { ...settings, form },
        timeSignature: prompt.timeSignature,
        prompt: prompt.input,
        pieces: piecesToSearch(),
        published: await start.runs(model.root),
      };
      controller.signal.throwIfAborted();
      takes = newTakes(state, checkpoint, prompt);
      const output = await composer.run('compose', input, {
        signal: controller.signal,
        onProgress: ({ take, ppq, composed }) => {
          if (controller.signal.aborted) return;
          grow(takes[take].id, takes, { ...composed, ppq });
          patch({ progress: batchProgress(takes.map(asFarAsItIs)) });
        },
      });
      // It may have been cancelled after the last progress message.
      controller.signal.throwIfAborted();
      output.takes.forEach((composed, i) => {
        grow(takes[i].id, takes, { ...composed, ppq: output.ppq, composing: false });
      });
    } catch (error) {
      const begun = new Set(takes.map(({ id }) => id));
      store.setState((now) => ({
        takes: now.takes.filter(({ id }) => !begun.has(id)),
        shown: now.shown.kind === 'take' && begun.has(now.shown.id) ? state.shown : now.shown,
      }));
      if (!controller.signal.aborted) {
        patch({ error: errorMessage(error) });
      }
    } finally {
      cancel = undefined;
      patch({ running: false });
    }
  }

  function asFarAsItIs(begun: Take): Take {
    return store.getState().takes.find(({ id }) => id === begun.id) ?? begun;
  }

  /** Adds a take with its first notes, and shows the first of them. */
  function grow(
    id: string,
    begun: readonly Take[],
    { seed, ...change }: Partial<Take> & Pick<ComposedTake, 'seed'>,
  ): void {
    store.setState(({ takes, shown }) => {
      const old = takes.find((take) => take.id === id);
      const settings = (take: Take): Take['settings'] => ({ ...take.settings, seed });
      if (old) {
        return {
          takes: takes.map((take) =>
            take === old ? { ...take, ...change, settings: settings(take) } : take,
          ),
        };
      }
      const fresh = begun.find((take) => take.id === id);
      if (!fresh) return {};
      const take = { ...fresh, ...change, ...numbered(takes), settings: settings(fresh) };
      return { takes: [...takes, take], shown: fresh === begun[0] ? { kind: 'take', id } : shown };
    });
  }

  /** A notice confirms the choice: the button may be far from where the opening is shown. */
  function choosePrompt(prompt: PromptChoice): void {
    const { compose, takes } = store.getState();
    patch({ prompt });
    if (prompt.kind !== 'take') return;
    const take = takes.find(({ id }) => id === prompt.id);
    if (!take) return;
    notify(store, `The next takes go on from “${take.title}”.`, () =>
      patch({ prompt: compose.prompt }),
    );
  }

  return {
    changeComposeSettings: (change) =>
      patch({ settings: { ...store.getState().compose.settings, ...change } }),
    lockSeed: (seedLocked) => patch({ seedLocked }),
    choosePrompt,
    generate,
    cancelGenerate: () => cancel?.abort(),
    removeTake: (id) => {
      const { takes, shown } = store.getState();
      const take = takes.find((candidate) => candidate.id === id);
      // A take that is being composed would return with its next notes.
      if (!take || take.composing) return;
      store.setState({
        takes: takes.filter((candidate) => candidate !== take),
        shown: shown.kind === 'take' && shown.id === id ? { kind: 'nothing' } : shown,
      });
      notify(store, `Removed “${take.title}”.`, () =>
        store.setState((state) => ({ takes: putBack(state.takes, [take]) })),
      );
    },
  };
}

const SEEDS = 2 ** 32;

/** The first seed that takes with these settings cannot use. */
function seedAfter({ seed, takes }: ComposeSettings): number {
  return (seed + takes * SEEDS_PER_TAKE) % SEEDS;
}

/** The takes to be composed, still empty. */
function newTakes(
  state: AppState,
  checkpoint: Checkpoint,
  { title, promptSource, timeSignature, microsecondsPerQuarter }: Prompt,
): Take[] {
  const { settings } = state.compose;
  return Array.from({ length: settings.takes }, () => ({
    id: createId(),
    ...numbered(state.takes),
    notes: [],
    odds: [],
    ppq: 1,
    tempos: [{ tick: 0, microsecondsPerQuarter }],
    timeSignatures: [timeSignature],
    promptNotes: 0,
    promptTitle: title,
    promptSource,
    settings,
    preset: checkpoint.preset,
    epoch: epochsBehind(checkpoint),
    remarks: [],
    composing: true,
  }));
}
