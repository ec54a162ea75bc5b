/** Whether a reload would interrupt or lose work. */
import type { AppState } from '../app/state';

function trains(phase: AppState['training']['phase']): boolean {
  switch (phase) {
    case 'preparing':
    case 'running':
    case 'paused':
    case 'stopping':
      return true;
    case 'idle':
    case 'finished':
    case 'failed':
      return false;
    default:
      return phase satisfies never;
  }
}

/** An import, a run (also a paused one) or composing is active. */
export function isBusy({ training, compose, importing }: AppState): boolean {
  return trains(training.phase) || compose.running || importing !== undefined;
}

/** Nothing has been added, trained or composed yet. */
export function isUntouched(state: AppState): boolean {
  const { pieces, rejected, takes, training } = state;
  const empty = pieces.length === 0 && rejected.length === 0 && takes.length === 0;
  return empty && training.checkpoint === undefined && !isBusy(state);
}
