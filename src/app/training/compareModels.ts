/** Whether the model of a run is better than the one at hand. */
import type { Checkpoint } from '../../training/checkpoint';

export type Comparison = 'better' | 'not better' | 'unknown';

/**
 * Compares losses of the same pieces only; others say nothing.
 * @param startedFromOther whether the run started from the other model
 */
export function compareModels(
  candidate: Checkpoint,
  other: Checkpoint,
  startedFromOther: boolean,
): Comparison {
  // Of a run that starts from a model, epoch 0 is that model.
  if (startedFromOther && candidate.best) return verdict(candidate.best.epoch > 0);
  if (candidate.encoding.id !== other.encoding.id) return 'unknown';
  const [mine, its] = [candidate.trainedOn, other.trainedOn];
  if (candidate.best && other.best) {
    if (!isSameSet(mine.validation, its.validation)) return 'unknown';
    return verdict(candidate.best.validationLoss < other.best.validationLoss);
  }
  const heldOut = mine.validation.length + its.validation.length;
  if (heldOut > 0 || startedFromOther || !isSameSet(mine.training, its.training)) return 'unknown';
  const [ours, theirs] = [candidate.history.at(-1), other.history.at(-1)];
  if (!theirs) return 'unknown';
  return verdict(ours !== undefined && ours.trainingLoss < theirs.trainingLoss);
}

function verdict(isBetter: boolean): Comparison {
  return isBetter ? 'better' : 'not better';
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}
