import { useAppState } from '../../app/context';

/** Whether there is a model, and nothing is being composed. */
export function useCanCompose(): boolean {
  return useAppState(
    ({ training, compose, recomposing }) =>
      training.checkpoint !== undefined && !compose.running && recomposing === undefined,
  );
}
