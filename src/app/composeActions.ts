/** Composing takes from the trained model. */
import type { StoreApi } from 'zustand/vanilla';
import { DEFAULT_MICROSECONDS_PER_QUARTER } from '../music/song';
import type { WorkerClient } from '../worker/client';
import type { ComposeOutput } from '../worker/protocol';
import type { Actions } from './actionTypes';
import { createId } from './ids';
import { notify } from './notices';
import type { AppState, ComposeState, Piece, Take } from './state';

type ComposeActions = Pick<
  Actions,
  'changeComposeSettings' | 'chooseOpening' | 'generate' | 'cancelGenerate' | 'removeTake'
>;

/** Notes taken from the opening piece. */
const OPENING_NOTES = 16;

export function composeActions(store: StoreApi<AppState>, composer: WorkerClient): ComposeActions {
  let cancel: AbortController | undefined;
  let takesMade = 0;

  function patch(change: Partial<ComposeState>): void {
    store.setState(({ compose }) => ({ compose: { ...compose, ...change } }));
  }

  async function generate(): Promise<void> {
    const { compose, training, pieces } = store.getState();
    const { checkpoint } = training;
    if (!checkpoint || compose.running) return;
    const { settings } = compose;
    const openingPiece = pieces.find(({ id }) => id === compose.openingPieceId);
    const controller = new AbortController();
    cancel = controller;
    patch({ running: true, notes: 0, total: settings.length, error: undefined });
    try {
      const opening = openingPiece && { song: openingPiece.song, notes: OPENING_NOTES };
      const output = await composer.run(
        'compose',
        { checkpoint, settings, opening },
        { signal: controller.signal, onProgress: patch },
      );
      takesMade++;
      const take: Take = {
        id: createId(),
        title: `Take ${takesMade}`,
        settings: { ...settings, seed: output.seed },
        preset: checkpoint.preset,
        epoch: checkpoint.best?.epoch ?? checkpoint.epoch,
        ...takeFrom(output, openingPiece),
      };
      store.setState(({ takes }) => ({
        takes: [take, ...takes],
        shown: { kind: 'take', id: take.id },
      }));
    } catch (error) {
      if (!controller.signal.aborted) {
        patch({ error: error instanceof Error ? error.message : String(error) });
      }
    } finally {
      cancel = undefined;
      patch({ running: false });
    }
  }

  return {
    changeComposeSettings: (change) =>
      patch({ settings: { ...store.getState().compose.settings, ...change } }),
    chooseOpening: (openingPieceId) => patch({ openingPieceId }),
    generate,
    cancelGenerate: () => cancel?.abort(),
    removeTake: (id) => {
      const { takes, shown } = store.getState();
      const at = takes.findIndex((take) => take.id === id);
      if (at < 0) return;
      const take = takes[at];
      store.setState({
        takes: takes.toSpliced(at, 1),
        shown: shown.kind === 'take' && shown.id === id ? { kind: 'nothing' } : shown,
      });
      notify(store, `Removed “${take.title}”.`, () =>
        store.setState((state) => ({ takes: state.takes.toSpliced(at, 0, take) })),
      );
    },
  };
}

/** A take goes at its opening piece's tempo and in its time signature. */
function takeFrom(
  { notes, odds, ppq, openingNotes, remarks }: ComposeOutput,
  opening: Piece | undefined,
): Pick<
  Take,
  | 'notes'
  | 'odds'
  | 'ppq'
  | 'openingNotes'
  | 'remarks'
  | 'openingTitle'
  | 'tempos'
  | 'timeSignatures'
> {
  const tempo = opening?.song.tempos[0]?.microsecondsPerQuarter ?? DEFAULT_MICROSECONDS_PER_QUARTER;
  const signature = opening?.song.timeSignatures[0];
  return {
    notes,
    odds,
    ppq,
    openingNotes,
    remarks,
    openingTitle: opening?.title,
    tempos: [{ tick: 0, microsecondsPerQuarter: tempo }],
    timeSignatures: [
      {
        tick: 0,
        numerator: signature?.numerator ?? 4,
        denominator: signature?.denominator ?? 4,
      },
    ],
  };
}
