/** The score shown in the roll: the same object as long as its notes and its title are the same. */
import { useState } from 'react';
import { useAppState } from '../../app/context';
import { type ShownScore, shownScore, shownTake } from '../../app/playback/shownScore';
import type { AppState } from '../../app/state';

interface ScoreSource {
  /** The notes as they lie in the state; they stay when a piece is merely in- or excluded. */
  notes: object;
  title: string;
  learnFrom?: readonly number[];
}

function sourceInState(state: AppState): ScoreSource | undefined {
  const { shown, pieces } = state;
  if (shown.kind === 'nothing') return undefined;
  if (shown.kind === 'piece') {
    const piece = pieces.find(({ id }) => id === shown.id);
    return piece && { notes: piece.song, title: piece.title, learnFrom: piece.learnFrom };
  }
  return shownTake(state, shown.id);
}

/** A selector that unpacks a score only when another one is shown, or its notes or title change. */
export function makeScoreSelector(): (state: AppState) => ShownScore | undefined {
  let source: ScoreSource | undefined;
  let score: ShownScore | undefined;
  return (state) => {
    const now = sourceInState(state);
    const isSame =
      now?.notes === source?.notes &&
      now?.title === source?.title &&
      now?.learnFrom === source?.learnFrom;
    if (!isSame) score = shownScore(state);
    source = now;
    return score;
  };
}

export function useShownScore(): ShownScore | undefined {
  const [select] = useState(makeScoreSelector);
  return useAppState(select);
}
