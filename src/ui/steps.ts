/** The steps from pieces to takes, and which one comes next. */
import type { AppState } from '../app/state';

/** Id of the panel in which the step is taken. */
export type Step = 'library' | 'training' | 'compose';

/** The one step whose button is drawn as the next thing to do. */
export function nextStep(state: Pick<AppState, 'pieces' | 'training'>): Step {
  if (state.training.phase === 'running' || state.training.phase === 'preparing') return 'training';
  if (state.training.checkpoint) return 'compose';
  return state.pieces.some((piece) => piece.included) ? 'training' : 'library';
}
