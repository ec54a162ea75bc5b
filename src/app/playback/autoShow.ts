/** Chooses the shown score: the first imported piece, and a piece after a removed snippet. */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';
import type { Shown } from './playbackState';
import { shownTake } from './shownScore';

export function autoShow(store: StoreApi<AppState>): void {
  store.subscribe((state, before) => {
    const { shown, pieces } = state;
    const firstCame = before.pieces.length === 0 && pieces.length > 0;
    if (shown.kind === 'nothing' && firstCame) store.setState({ shown: firstPiece(state) });
    // A new run removes the snippets of the last one.
    if (shown.kind === 'take' && state.snippets !== before.snippets && !isThere(state, shown.id)) {
      store.setState({ shown: firstPiece(state) });
    }
  });
}

function firstPiece({ pieces }: AppState): Shown {
  return pieces.length > 0 ? { kind: 'piece', id: pieces[0].id } : { kind: 'nothing' };
}

function isThere(state: AppState, id: string): boolean {
  return shownTake(state, id) !== undefined;
}
