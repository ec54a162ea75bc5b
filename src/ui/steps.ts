/** The walk through the page, and which step it asks for now. */
import type { AppState } from '../app/state';

export const steps = [
  { id: 'library', number: 1, title: 'Library' },
  { id: 'training', number: 2, title: 'Training' },
  { id: 'compose', number: 3, title: 'Compose' },
] as const;

export type StepId = (typeof steps)[number]['id'];

/** The one step whose button is drawn as the next thing to do. */
export function nextStep(state: Pick<AppState, 'pieces' | 'training'>): StepId {
  if (state.training.phase === 'running' || state.training.phase === 'preparing') return 'training';
  if (state.training.checkpoint) return 'compose';
  return state.pieces.some((piece) => piece.included) ? 'training' : 'library';
}
