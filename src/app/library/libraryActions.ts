/** Adding, choosing and removing pieces. */
import type { StoreApi } from 'zustand/vanilla';
import { plural } from '../../lib/counts';
import { errorMessage } from '../../lib/errorMessage';
import type { SavedModel } from '../../training/modelFile/read';
import type { WorkerClient } from '../../worker/client';
import type { Actions } from '../actions';
import { createId } from '../shared/ids';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { AppState, Piece, RejectedFile } from '../state';
import { describePiece } from './describePiece';
import { KnownMusic } from './knownMusic';

/** Pieces enter the list in groups this far apart, milliseconds: 250 one by one would stutter. */
const FLUSH_INTERVAL = 120;

type LibraryActions = Pick<
  Actions,
  | 'addFiles'
  | 'cancelImport'
  | 'loadSampleLibrary'
  | 'seekPieces'
  | 'removePiece'
  | 'removePieces'
  | 'setIncluded'
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

  async function importFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    cancel = new AbortController();
    const known = new KnownMusic(store.getState().pieces);
    const pieces: Piece[] = [];
    const rejected: RejectedFile[] = [];
    const flush = (): void => {
      if (pieces.length + rejected.length === 0) return;
      const [newPieces, newRejected] = [pieces.splice(0), rejected.splice(0)];
      store.setState((state) => ({
        pieces: [...state.pieces, ...newPieces],
        rejected: [...state.rejected, ...newRejected],
      }));
    };
    const flushing = setInterval(flush, FLUSH_INTERVAL);
    store.setState({ importing: { done: 0, total: files.length, current: files[0].name } });
    try {
      await auxWorker.run(
        'import',
        { files: [...files] },
        {
          signal: cancel.signal,
          onProgress: (progress) => {
            switch (progress.kind) {
              case 'progress':
                store.setState({ importing: progress });
                return;
              case 'song': {
                const { fileName, song, repairs } = progress;
                const piece = describePiece(fileName, song, repairs);
                if (known.admit(piece)) pieces.push(piece);
                return;
              }
              case 'rejected':
                rejected.push({ id: createId(), ...progress });
                return;
              case 'model': {
                const { fileName, model } = progress;
                const reason = open(fileName, model);
                if (reason) rejected.push({ id: createId(), fileName, reason });
                return;
              }
              default:
                progress satisfies never;
            }
          },
        },
      );
    } catch (error) {
      notify(store, `Reading stopped: ${errorMessage(error)}`);
    } finally {
      clearInterval(flushing);
      flush();
      cancel = undefined;
      store.setState({ importing: undefined });
      if (known.remark) notify(store, known.remark);
    }
  }

  /** One import after another, so that progress and cancelling mean one thing. */
  function addFiles(files: readonly File[]): Promise<void> {
    queue = queue.then(() => importFiles(files));
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
    addFiles,
    cancelImport: () => cancel?.abort(),
    loadSampleLibrary: async () => {
      try {
        await addFiles(await fetchLibrary());
      } catch {
        notify(
          store,
          'The sample library could not be loaded. Check the connection and try again.',
        );
      }
    },
    seekPieces: (sought) => store.setState({ sought }),
    removePiece: (id) => {
      const piece = store.getState().pieces.find((candidate) => candidate.id === id);
      if (piece) remove(new Set([id]), `Removed “${piece.title}”.`);
    },
    removePieces: (ids) => {
      if (ids.length > 0) remove(new Set(ids), `Removed ${plural(ids.length, 'piece')}.`);
    },
    setIncluded: (ids, included) => {
      const chosen = new Set(ids);
      store.setState(({ pieces }) => ({
        pieces: pieces.map((piece) =>
          piece.included === included || !chosen.has(piece.id) ? piece : { ...piece, included },
        ),
      }));
    },
    clearRejected: () => store.setState({ rejected: [] }),
  };
}

async function fetchLibrary(): Promise<File[]> {
  const base = new URL(LIBRARY, document.baseURI);
  const response = await fetchOk(new URL('index.json', base));
  const pieces: { file: string }[] = await response.json();
  return Promise.all(
    pieces.map(async ({ file }) => {
      const midi = await fetchOk(new URL(file, base));
      return new File([await midi.blob()], file);
    }),
  );
}

async function fetchOk(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
}
