/** A run interrupted in an earlier visit: offered once, then resumed or discarded. */
import type { StoreApi } from 'zustand/vanilla';
import type { StoredRunInFull } from '../../storage/records';
import type { AppStorage } from '../../storage/storage';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { modelEntry, nextModelTitle, titlesOf } from '../models/modelEntry';
import type { ModelKeeper } from '../models/modelKeeper';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { runsElsewhere, takeRunLock } from '../training/tabLock';
import { mayStart, type TrainingRun } from '../training/trainingRun';

export interface LastRunContext {
  store: StoreApi<AppState>;
  storage: Pick<AppStorage, 'loadRun' | 'loadRunInFull' | 'saveRun' | 'discardRun'>;
  keeper: ModelKeeper;
  run: TrainingRun;
}

/**
 * Offers the stored run, unless another tab is training it. One that had ended joins the list of
 * models: the page was closed before it could, or an earlier version stored it.
 */
export async function offerLastRun({
  store,
  storage,
  keeper,
}: Omit<LastRunContext, 'run'>): Promise<void> {
  if (await runsElsewhere()) {
    notify(store, t('run.elsewhere'));
    return;
  }
  const stored = await storage.loadRun();
  if (!stored.ok || !stored.value) return;
  const { preset, epoch, epochs, finished, when } = stored.value;
  if (finished) {
    const full = await storage.loadRunInFull();
    if (full.ok && full.value) await addStored({ store, keeper }, full.value);
    return;
  }
  if (!mayStart(store.getState().training.phase)) return;
  store.setState({ resumable: { preset, epoch, epochs, when } });
}

/** Adds the model of an interrupted run to the list before a new run is stored in its place. */
export async function rescueLastRun(
  { store, storage, keeper }: Omit<LastRunContext, 'run'>,
  next: string,
): Promise<void> {
  const stored = await storage.loadRun();
  if (!stored.ok || !stored.value || stored.value.id === next || stored.value.epoch === 0) return;
  const full = await storage.loadRunInFull();
  if (full.ok && full.value) await addStored({ store, keeper }, full.value);
}

function addStored(
  { store, keeper }: Pick<LastRunContext, 'store' | 'keeper'>,
  { run, checkpoint, pieces }: StoredRunInFull,
): Promise<void> {
  const { models } = store.getState();
  const entry = modelEntry(checkpoint, {
    id: run.id,
    title: models.find(({ id }) => id === run.id)?.title ?? nextModelTitle(models),
    titles: titlesOf(pieces),
    when: run.when,
  });
  const model = { checkpoint, curve: run.curve, snippets: [] };
  return keeper.add(entry, model, { endedRun: run.id });
}

export function lastRunActions({
  store,
  storage,
  run,
}: Omit<LastRunContext, 'keeper'>): Pick<Actions, 'resumeLastRun' | 'discardLastRun'> {
  /** False once another run has started, even if it has ended. */
  function isOffered(): boolean {
    const state = store.getState();
    return state.resumable !== undefined && mayStart(state.training.phase);
  }

  async function resume(): Promise<void> {
    if (!isOffered()) return;
    if (await runsElsewhere()) {
      notify(store, t('run.elsewhere'));
      return;
    }
    const stored = await storage.loadRunInFull();
    if (!isOffered()) return;
    if (!stored.ok || !stored.value) {
      const why = stored.ok ? t('run.isGone') : stored.error.message;
      notify(store, `${t('run.notBroughtBack')} ${why}`);
      store.setState({ resumable: undefined });
      return;
    }
    const { run: header, checkpoint, pieces } = stored.value;
    const { preset, settings } = checkpoint;
    store.setState({ preset, settings });
    tellChanged(pieces);
    const spec = { id: header.id, preset, settings, pieces, from: checkpoint };
    await run.begin(spec, header.curve);
  }

  /** The library stays as it is: the run has its own copy of its pieces. */
  function tellChanged(pieces: StoredRunInFull['pieces']): void {
    const library = new Set(store.getState().pieces.map(({ id }) => id));
    const gone = pieces.filter(({ id }) => !library.has(id)).length;
    if (gone === 0) return;
    const uses = t('run.usesPieces', { count: pieces.length });
    notify(store, `${uses} ${t('run.piecesGone', { count: gone })}`);
  }

  async function discard(): Promise<void> {
    const release = await takeRunLock();
    if (!release) {
      notify(store, t('run.elsewhere'));
      return;
    }
    // A run started meanwhile is stored in its place.
    if (!isOffered()) {
      release();
      return;
    }
    const { resumable } = store.getState();
    const stored = await storage.loadRunInFull();
    const outcome = await storage.discardRun();
    release();
    store.setState({ resumable: undefined });
    if (!outcome.ok) {
      notify(store, `${t('run.notRemoved')} ${outcome.error.message}`);
      return;
    }
    const full = stored.ok ? stored.value : undefined;
    notify(store, t('run.discarded'), full && (() => void bringBack(full, resumable)));
  }

  async function bringBack(full: StoredRunInFull, resumable: AppState['resumable']): Promise<void> {
    if (!mayStart(store.getState().training.phase) || (await runsElsewhere())) {
      notify(store, t('run.placeTakenSince'));
      return;
    }
    const outcome = await storage.saveRun(full);
    if (outcome.ok) store.setState({ resumable });
    else notify(store, outcome.error.message);
  }

  return { resumeLastRun: resume, discardLastRun: discard };
}
