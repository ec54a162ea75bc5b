/** Composing takes from the trained model. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type {
  ComposedTake,
  ComposeSettings,
  ComposingModel,
  TrainingPiece,
} from '../../model/composing/contract';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import { START_ROOT } from '../../training/modelFile/startCard';
import type { WorkerClient } from '../../worker/client';
import type { ComposeInput } from '../../worker/protocol';
import type { Actions } from '../actions';
import { answerLength } from '../live/answers';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import type { StartModelLoader } from '../start/startModel';
import type { AppState } from '../state';
import type { ComposeState, PromptChoice } from './composeState';
import { composingModel, epochsBehind, stepsBehind } from './composingModel';
import { promptLike, settingsLike } from './likeTake';
import { mayCompose } from './modelInUse';
import { modelPreset } from './modelPreset';
import { type Prompt, promptFor } from './prompt';
import { seedAfter } from './seeds';
import type { Take } from './take';
import { bestFirst } from './takeBatches';
import { followedForm, plannedPieces, planSource, plansWithoutStyles } from './takeForm';
import { numbered } from './takeNumbers';
import { batchProgress } from './takeProgress';

type ComposeActions = Pick<
  Actions,
  | 'changeComposeSettings'
  | 'lockSeed'
  | 'choosePrompt'
  | 'generate'
  | 'cancelGenerate'
  | 'continueTake'
  | 'composeLike'
>;

export interface Composing extends ComposeActions {
  /**
   * Composes one take that answers a played piece.
   * @returns its id; undefined where it was cancelled or failed
   */
  answer(piece: string): Promise<string | undefined>;
}

/** What to compose. */
interface Asked {
  settings: ComposeSettings;
  prompt: PromptChoice;
}

interface ComposeContext {
  store: StoreApi<AppState>;
  composer: WorkerClient;
  /** The pieces in which takes are searched for copies. */
  piecesToSearch: () => TrainingPiece[];
  /** Composes where there is no model at hand. */
  start: Pick<StartModelLoader, 'load' | 'runs'>;
  /** Settles once the last visit's model is at hand again, if there was one, or it took too long. */
  reopened: Promise<void>;
}

export function composeActions({
  store,
  composer,
  piecesToSearch,
  start,
  reopened,
}: ComposeContext): Composing {
  let cancel: AbortController | undefined;

  function patch(change: Partial<ComposeState>): void {
    store.setState(({ compose }) => ({ compose: { ...compose, ...change } }));
  }

  /**
   * Composes one batch of takes and shows the best-ranked one.
   * @param ask what to compose, once the last visit is back
   * @returns ids of the takes; none where they were cancelled or failed
   */
  async function composeBatch(ask: (state: AppState) => Asked): Promise<string[]> {
    const { compose, recomposing } = store.getState();
    if (compose.running || recomposing) return [];
    const controller = new AbortController();
    cancel = controller;
    patch({ running: true, progress: 0, error: undefined });
    let takes: Take[] = [];
    let { shown } = store.getState();
    try {
      if (!store.getState().training.checkpoint) await reopened;
      controller.signal.throwIfAborted();
      const state = store.getState();
      if (!mayCompose(state)) return [];
      shown = state.shown;
      const { settings, prompt: choice } = ask(state);
      if (!state.compose.seedLocked) {
        patch({ settings: { ...state.compose.settings, seed: seedAfter(settings) } });
      }
      // Fetched while the model is.
      if (!state.training.checkpoint) void start.runs(START_ROOT);
      const checkpoint = state.training.checkpoint ?? (await start.load(controller.signal));
      if (!checkpoint) return [];
      const source = planSource(state, checkpoint);
      const taught = source === 'start' ? await plansOfStart(controller.signal) : undefined;
      const planned = plannedPieces(store.getState(), checkpoint);
      const form = followedForm(settings, planned);
      const prompt = promptFor(state, choice, checkpoint);
      const model = composingModel(checkpoint, 'best');
      const input: ComposeInput = {
        model: taught ? { ...model, forms: taught } : model,
        settings: { ...settings, form },
        timeSignature: prompt.timeSignature,
        prompt: prompt.input,
        pieces: piecesToSearch(),
        planned: source === 'pieces' ? planned : undefined,
        published: await start.runs(model.root),
      };
      controller.signal.throwIfAborted();
      takes = newTakes(state.takes, settings, checkpoint, prompt);
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
      showBest(takes);
      return takes.map(({ id }) => id);
    } catch (error) {
      const begun = new Set(takes.map(({ id }) => id));
      store.setState((now) => ({
        takes: now.takes.filter(({ id }) => !begun.has(id)),
        shown: now.shown.kind === 'take' && begun.has(now.shown.id) ? shown : now.shown,
      }));
      if (!controller.signal.aborted) {
        patch({ error: errorMessage(error) });
      }
      return [];
    } finally {
      cancel = undefined;
      patch({ running: false });
    }
  }

  /** For a model that holds no plans; without a connection its takes have none. */
  async function plansOfStart(signal: AbortSignal): Promise<ComposingModel['forms']> {
    const own = await start.load(signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!own) notify(store, t('models.otherPlans', { source: 'none' }));
    return own && plansWithoutStyles(own);
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

  /** Shows the best-ranked take, unless the person listens or has chosen another one. */
  function showBest(batch: readonly Take[]): void {
    const { takes, shown, transport } = store.getState();
    if (transport.playing || shown.kind !== 'take' || shown.id !== batch[0].id) return;
    const ids = new Set(batch.map(({ id }) => id));
    const [best] = bestFirst(takes.filter(({ id }) => ids.has(id)));
    if (best.id !== shown.id) store.setState({ shown: { kind: 'take', id: best.id } });
  }

  async function answer(id: string): Promise<string | undefined> {
    const state = store.getState();
    const piece = state.pieces.find((candidate) => candidate.id === id);
    if (!piece) return undefined;
    const length = answerLength(piece, modelPreset(state));
    const settings = { ...state.compose.settings, length, takes: 1 };
    const [take] = await composeBatch(() => ({ settings, prompt: { kind: 'piece', id } }));
    return take;
  }

  return {
    answer,
    changeComposeSettings: (change) =>
      patch({ settings: { ...store.getState().compose.settings, ...change } }),
    lockSeed: (seedLocked) => patch({ seedLocked }),
    choosePrompt: (prompt) => patch({ prompt }),
    generate: async () => {
      await composeBatch(({ compose }) => compose);
    },
    cancelGenerate: () => cancel?.abort(),
    continueTake: async (id, tick) => {
      const prompt: PromptChoice = { kind: 'take', id, tick };
      await composeBatch(({ compose: { settings } }) => ({ settings, prompt }));
    },
    composeLike: async (id) => {
      const state = store.getState();
      const take = state.takes.find((candidate) => candidate.id === id);
      if (!take || take.composing) return;
      const settings = settingsLike(take, modelPreset(state), state.compose.settings);
      await composeBatch(() => ({ settings, prompt: promptLike(take) }));
    },
  };
}

/** The takes to be composed, still empty. */
function newTakes(
  takes: readonly Take[],
  settings: ComposeSettings,
  checkpoint: Checkpoint,
  { title, promptSource, timeSignature, microsecondsPerQuarter }: Prompt,
): Take[] {
  const batch = createId();
  const made = Date.now();
  return Array.from({ length: settings.takes }, () => ({
    id: createId(),
    ...numbered(takes),
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
    steps: stepsBehind(checkpoint),
    remarks: [],
    batch,
    made,
    composing: true,
  }));
}
