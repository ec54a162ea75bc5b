/** Etude's own model: found when the page opens, fetched when it is first needed. */
import type { StoreApi } from 'zustand/vanilla';
import type { PublishedRuns } from '../../model/composing/contract';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import { START_ROOT, type StartCard } from '../../training/modelFile/startCard';
import type { WorkerClient } from '../../worker/client';
import type { AppState } from '../state';
import { fetchStartCard, fetchStartFile } from './startFiles';
import type { StartState } from './startState';

/** Fetched files, replaceable in tests. */
export interface StartSource {
  card: typeof fetchStartCard;
  file: typeof fetchStartFile;
}

export interface StartModelLoader {
  /** Looks for the card; without one there is no start model. */
  look(): Promise<void>;
  /**
   * The model, fetched and checked once.
   * @throws {Error} with a plain sentence if it cannot be had
   */
  load(signal: AbortSignal): Promise<Checkpoint | undefined>;
  /**
   * The index of the runs that the model was taught on, for models with that root.
   * @returns undefined for other roots, and where it cannot be had
   */
  runs(root: string | undefined): Promise<PublishedRuns | undefined>;
}

export function startModelLoader(
  store: StoreApi<AppState>,
  reader: WorkerClient,
  source: StartSource = { card: fetchStartCard, file: fetchStartFile },
): StartModelLoader {
  let runs: Promise<PublishedRuns | undefined> | undefined;

  function patch(change: Partial<StartState>): void {
    const { start } = store.getState();
    if (start) store.setState({ start: { ...start, ...change } });
  }

  async function open(card: StartCard, signal: AbortSignal): Promise<Checkpoint> {
    patch({ loading: 0 });
    try {
      const bytes = await source.file(card.model, signal, (loading) => patch({ loading }));
      const checkpoint = await read(reader, bytes, card.model.name);
      patch({ checkpoint });
      return checkpoint;
    } finally {
      patch({ loading: undefined });
    }
  }

  async function fetchRuns({ runs: file, taught, heldOut }: StartCard): Promise<PublishedRuns> {
    return {
      id: file.sha256,
      bytes: await source.file(file),
      pieces: taught.pieces,
      usual: heldOut.sharedRuns.usual,
    };
  }

  return {
    async look() {
      const card = await source.card();
      if (card) store.setState({ start: { card } });
    },
    async load(signal) {
      const { start } = store.getState();
      return start && (start.checkpoint ?? (await open(start.card, signal)));
    },
    async runs(root) {
      const { start } = store.getState();
      if (!start || root !== START_ROOT) return undefined;
      runs ??= fetchRuns(start.card).catch(() => {
        // Another try with the next takes.
        runs = undefined;
        return undefined;
      });
      return runs;
    },
  };
}

/** Checks the file as one that a person adds. */
async function read(
  reader: WorkerClient,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Checkpoint> {
  let checkpoint: Checkpoint | undefined;
  let problem = t('models.startHoldsNone');
  await reader.run(
    'import',
    { files: [new File([bytes], name)] },
    {
      onProgress: (progress) => {
        if (progress.kind === 'model') checkpoint = progress.model.checkpoint;
        if (progress.kind === 'rejected') problem = progress.reason;
      },
    },
  );
  if (!checkpoint) throw new Error(`${t('models.startUnusable')} ${problem}`);
  return checkpoint;
}
