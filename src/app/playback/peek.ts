/** A look at a piece of the library without choosing it: the roll alone shows it. */
import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from '../actions';
import type { Piece } from '../library/libraryState';
import { keysAreOpen } from '../live/liveState';
import type { AppState } from '../state';
import { mayStart } from '../training/trainingRun';

/** Whether nothing plays, trains or is composed, and one roll is there to look at. */
export function canPeek(state: AppState): boolean {
  const { transport, training, compose, recomposing, compared, keys } = state;
  const works = compose.running || recomposing !== undefined || !mayStart(training.phase);
  return !transport.playing && !works && compared === undefined && !keysAreOpen(keys);
}

/** The piece that the roll shows for now; undefined for the shown one, which it shows anyway. */
export function peekedPiece({ peeked, shown, pieces }: AppState): Piece | undefined {
  if (peeked === undefined || (shown.kind === 'piece' && shown.id === peeked)) return undefined;
  return pieces.find(({ id }) => id === peeked);
}

export function peekActions(store: StoreApi<AppState>): Pick<Actions, 'peek'> {
  return {
    peek: (id) => {
      const state = store.getState();
      const peeked = canPeek(state) ? id : undefined;
      if (peeked !== state.peeked) store.setState({ peeked });
    },
  };
}

/** Ends the look when another score is shown, or something begins to play, train or be composed. */
export function endPeeks(store: StoreApi<AppState>): void {
  store.subscribe((state, before) => {
    if (state.peeked === undefined) return;
    if (state.shown !== before.shown || !canPeek(state)) store.setState({ peeked: undefined });
  });
}
