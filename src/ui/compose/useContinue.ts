import { useActions, useAppServices } from '../../app/context';
import type { Take } from '../../app/state';
import { continueTick } from './promptText';

/** @returns a function that makes this take the prompt, up to the playhead where it is shown */
export function useContinue(): (take: Take) => void {
  const { store, playheadTick } = useAppServices();
  const { choosePrompt } = useActions();
  return (take) => {
    const { shown } = store.getState();
    const isShown = shown.kind === 'take' && shown.id === take.id;
    const tick = continueTick(take, isShown ? playheadTick() : undefined);
    choosePrompt({ kind: 'take', id: take.id, tick });
  };
}
