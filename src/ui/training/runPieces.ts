/** The line about the pieces of a run whose library has changed since its start. */
import type { AppState } from '../../app/state';
import { isSameChoice } from '../../music/parts/chosenTracks';
import { t } from '../../texts/t';
import { isRunActive } from './runText';

/** Undefined where no run is under way, or it uses just what is included now. */
export function runPiecesText({
  training,
  pieces,
}: Pick<AppState, 'training' | 'pieces'>): string | undefined {
  const used = training.run?.pieces;
  if (!used || !isRunActive(training.phase)) return undefined;
  const included = new Map(pieces.filter((piece) => piece.included).map((p) => [p.id, p]));
  const isSame =
    used.length === included.size &&
    used.every(({ id, learnFrom }) => {
      const now = included.get(id);
      return now !== undefined && isSameChoice(learnFrom, now.learnFrom);
    });
  return isSame ? undefined : t('run.usesPieces', { count: used.length });
}
