/** What the last visit left: its models in the list, the one at hand opened, a run offered. */
import type { StoreApi } from 'zustand/vanilla';
import type { LoadedSettings } from '../../storage/storage';
import type { ModelAtHand } from '../models/modelAtHand';
import type { ModelKeeper } from '../models/modelKeeper';
import type { AppState } from '../state';
import { type LastRunContext, offerLastRun } from './lastRun';

interface VisitContext extends Omit<LastRunContext, 'run'> {
  keeper: ModelKeeper;
  atHand: ModelAtHand;
  /** Settings of the last visit, once pieces and takes are back. */
  restored: Promise<LoadedSettings | undefined>;
}

export async function restoreVisit(context: VisitContext): Promise<void> {
  const { keeper, restored } = context;
  const settings = await restored;
  await keeper.restore();
  await openLastModel(context, settings);
  await offerLastRun(context);
  // A run that had ended has joined the list just now.
  await openLastModel(context, settings);
}

/** Opens the model that was at hand, or else the newest, unless there is one by now. */
async function openLastModel(
  { store, keeper, atHand }: VisitContext,
  settings: LoadedSettings | undefined,
): Promise<void> {
  const { models, shown } = store.getState();
  const entry = models.find(({ id }) => id === settings?.model) ?? models.at(-1);
  if (!entry || !isFree(store)) return;
  const model = await keeper.load(entry.id);
  if (!model || !isFree(store)) return;
  atHand.restore(entry, model);
  // A snippet comes back with its model; the person may have chosen something else by now.
  const last = settings?.shown;
  const isSnippet = last?.kind === 'take' && model.snippets.some(({ id }) => id === last.id);
  if (isSnippet && store.getState().shown === shown) store.setState({ shown: last });
}

function isFree(store: StoreApi<AppState>): boolean {
  const { phase, checkpoint } = store.getState().training;
  return phase === 'idle' && !checkpoint;
}
