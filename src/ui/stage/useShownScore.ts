/** The score shown in the roll: the same object as long as its notes are the same. */
import { useState } from 'react';
import { useAppState } from '../../app/context';
import { type ShownScore, shownScore, shownTake } from '../../app/playback/shownScore';
import type { AppState } from '../../app/state';

/** The notes as they lie in the state; they stay when a piece is merely in- or excluded. */
function notesInState(state: AppState): object | undefined {
  const { shown, pieces } = state;
  if (shown.kind === 'nothing') return undefined;
  if (shown.kind === 'piece') return pieces.find(({ id }) => id === shown.id)?.song;
  return shownTake(state, shown.id)?.notes;
}

/** A selector that unpacks a score only when other notes are shown. */
export function makeScoreSelector(): (state: AppState) => ShownScore | undefined {
  let source: object | undefined;
  let score: ShownScore | undefined;
  return (state) => {
    const now = notesInState(state);
    if (now !== source) {
      source = now;
      score = shownScore(state);
    }
    return score;
  };
}

export function useShownScore(): ShownScore | undefined {
  const [select] = useState(makeScoreSelector);
  return useAppState(select);
}
