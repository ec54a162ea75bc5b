import { mayCompose } from '../../app/compose/modelInUse';
import { useAppState } from '../../app/context';

/** Whether there is a model, fetched or not, and nothing is being composed. */
export function useCanCompose(): boolean {
  return useAppState(
    (state) => mayCompose(state) && !state.compose.running && state.recomposing === undefined,
  );
}
