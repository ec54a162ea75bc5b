/** The piece that the run of the curve has never seen, where it is one. */
import type { AppState } from '../state';

/** @returns its title; undefined where there are several, none, or where it is not known */
export function heldOutPiece({ training, pieces }: AppState): string | undefined {
  const { run, model, checkpoint } = training;
  if (!run || run.id !== model || !checkpoint) return undefined;
  const [only, ...others] = checkpoint.trainedOn.validation;
  if (only === undefined || others.length > 0) return undefined;
  return [...(run.pieces ?? []), ...pieces].find(({ id }) => id === only)?.title;
}
