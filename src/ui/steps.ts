/** The steps from pieces to takes, and which one comes next. */
import { usesStart } from '../app/compose/modelInUse';
import type { AppState } from '../app/state';
import { isRunActive } from './training/runText';

/** Id of the panel in which the step is taken. */
export type Step = 'library' | 'training' | 'compose';

/** The one step whose button is drawn as the next thing to do. */
export function nextStep({ pieces, training }: Pick<AppState, 'pieces' | 'training'>): Step {
  const { phase, checkpoint, model, run } = training;
  if (isRunActive(phase)) {
    // As soon as the run has a model of its own, one can listen to it.
    const hasOwn = checkpoint !== undefined && model === run?.id;
    return hasOwn && phase === 'running' ? 'compose' : 'training';
  }
  if (checkpoint) return 'compose';
  return pieces.some((piece) => piece.included) ? 'training' : 'library';
}

/** Whether the empty stage offers to hear Etude's own model, which is then what comes first. */
export function invitesToHear(
  state: Pick<AppState, 'pieces' | 'takes' | 'training' | 'start'>,
): boolean {
  return state.pieces.length === 0 && state.takes.length === 0 && usesStart(state);
}
