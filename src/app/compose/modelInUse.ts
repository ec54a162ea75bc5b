/** The model that composes: the one at hand, or Etude's own where there is none. */
import type { Checkpoint } from '../../training/checkpoint';
import type { AppState } from '../state';

type Models = Pick<AppState, 'training' | 'start'>;

/** @returns undefined where there is none, or Etude's own is not fetched yet */
export function modelInUse({ training, start }: Models): Checkpoint | undefined {
  return training.checkpoint ?? start?.checkpoint;
}

/** Whether Generate has a model, fetched or not. */
export function mayCompose({ training, start }: Models): boolean {
  return training.checkpoint !== undefined || start !== undefined;
}

/** Whether Generate composes with Etude's own model. */
export function usesStart({ training, start }: Models): boolean {
  return training.checkpoint === undefined && start !== undefined;
}
