/** Adding, choosing and removing pieces. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { Credits } from '../../music/credits/credits';
import { t } from '../../texts/t';
import type { SavedModel } from '../../training/modelFile/read';
import type { WorkerClient } from '../../worker/client';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { AppState } from '../state';
import { IntakeQueue } from './intakeQueue';
import { KnownMusic } from './knownMusic';

/** Files that are handed to the worker at once. */
const PORTION = 500;

type LibraryActions = Pick<
  Actions,
  | 'addFiles'
  | 'cancelImport'
  | 'loadSampleLibrary'
  | 'seekPieces'
  | 'removePiece'
  | 'removePieces'
  | 'setIncluded'
  | 'learnFrom'
  | 'clearRejected'
>;

/** Address of the sample library, relative to the page. */
const LIBRARY = 'library/';

/** @param open makes a saved model the current one, or returns why not */
export function libraryActions(
  store: StoreApi<AppState>,
  auxWorker: WorkerClient,
  open: (fileName: string, model: SavedModel) => string | undefined,
): LibraryActions {
  let cancel: AbortController | undefined;
  let queue: Promise<void> = Promise.resolve();

  async function importFiles(
    files: readonly File[],
    unreadable: readonly string[] = [],
    credits: ReadonlyMap<string, Credits> = new Map(),
  ): Promise<void> {
    cancel = new AbortController();
    const { signal } = cancel;
    if (files.length > 0) {
      store.setState({ importing: { done: 0, total: files.length, current: files[0].name } });
    }
    const intake = new IntakeQueue(store, await KnownMusic.of(store.getState().pieces));
    for (const fileName of unreadable) intake.reject(fileName, t('library.unreadable'));
    try {
      // In portions: a message of thousands of files takes long to post.
      for (let from = 0; from < files.length && !signal.aborted; from += PORTION) {
        const portion = files.slice(from, from + PORTION);
        const behind = files.length - from - portion.length;
        await auxWorker.run(
          'import',
          { files: portion },
          {
            signal,
            onProgress: (progress) => {
              switch (progress.kind) {
                case 'progress': {
                  const { done, total, current } = progress;
                  const importing = { done: from + done, total: from + total + behind, current };
                  store.setState({ importing });
                  return;
                }
                case 'song': {
                  const { fileName, song } = progress;
                  intake.add({ ...progress, song: { ...song, ...credits.get(fileName) } });
                  return;
                }
                case 'rejected':
                  intake.reject(progress.fileName, progress.reason);
                  return;
                case 'model': {
                  const { fileName, model } = progress;
                  const reason = open(fileName, model);
                  if (reason) intake.reject(fileName, reason);
                  return;
                }
                default:
                  progress satisfies never;
              }
            },
          },
        );
      }
    } catch (error) {
      notify(store, t('library.readingStopped', { reason: errorMessage(error) }));
    } finally {
      await intake.finish();
      cancel = undefined;
      store.setState({ importing: undefined });
      if (intake.remark) notify(store, intake.remark);
    }
  }

  /** One import after another, so that progress and cancelling mean one thing. */
  function enqueue(...what: Parameters<typeof importFiles>): Promise<void> {
    queue = queue.then(() => importFiles(...what));
    return queue;
  }

  /** Takes pieces out of the list, with a way back to where they stood. */
  function remove(ids: ReadonlySet<string>, text: string): void {
    const removed = store.getState().pieces.filter(({ id }) => ids.has(id));
    store.setState(({ pieces, shown }) => ({
      pieces: pieces.filter(({ id }) => !ids.has(id)),
      shown: shown.kind === 'piece' && ids.has(shown.id) ? { kind: 'nothing' } : shown,
    }));
    notify(store, text, () =>
      store.setState(({ pieces }) => ({ pieces: putBack(pieces, removed) })),
    );
  }

  return {
    addFiles: enqueue,
    cancelImport: () => cancel?.abort(),
    loadSampleLibrary: async () => {
      try {
        const { files, credits } = await fetchLibrary();
        await enqueue(files, [], credits);
      } catch {
        notify(store, t('library.samplesNotLoaded'));
      }
    },
    seekPieces: (sought) => store.setState({ sought }),
    removePiece: (id) => {
      const piece = store.getState().pieces.find((candidate) => candidate.id === id);
      if (piece) remove(new Set([id]), t('library.removed', { title: piece.title }));
    },
    removePieces: (ids) => {
      if (ids.length > 0) remove(new Set(ids), t('library.removedPieces', { count: ids.length }));
    },
    setIncluded: (ids, included) => {
      const chosen = new Set(ids);
      store.setState(({ pieces }) => ({
        pieces: pieces.map((piece) =>
          piece.included === included || !chosen.has(piece.id) ? piece : { ...piece, included },
        ),
      }));
    },
    learnFrom: (id, learnFrom) => {
      store.setState(({ pieces }) => ({
        pieces: pieces.map((piece) => (piece.id === id ? { ...piece, learnFrom } : piece)),
      }));
    },
    clearRejected: () => store.setState({ rejected: [] }),
  };
}

interface LibraryEntry extends Required<Credits> {
  file: string;
}

interface SampleLibrary {
  files: File[];
  /** By file name. */
  credits: ReadonlyMap<string, Credits>;
}

async function fetchLibrary(): Promise<SampleLibrary> {
  const base = new URL(LIBRARY, document.baseURI);
  const response = await fetchOk(new URL('index.json', base));
  const pieces: LibraryEntry[] = await response.json();
  const files = await Promise.all(
    pieces.map(async ({ file }) => {
      const midi = await fetchOk(new URL(file, base));
      return new File([await midi.blob()], file);
    }),
  );
  const credits = new Map(pieces.map(({ file, composer, year }) => [file, { composer, year }]));
  return { files, credits };
}

async function fetchOk(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}
