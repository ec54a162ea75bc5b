import type { Take } from '../../app/compose/take';
import { useActions, useAppServices } from '../../app/context';
import { continueTick } from './promptText';

/** @returns a function that continues this take at once: from the playhead where it is shown */
export function useContinue(): (take: Take) => void {
  const { store, playheadTick } = useAppServices();
  const { continueTake } = useActions();
  return (take) => {
    const { shown } = store.getState();
    const isShown = shown.kind === 'take' && shown.id === take.id;
    void continueTake(take.id, continueTick(take, isShown ? playheadTick() : undefined));
  };
}
