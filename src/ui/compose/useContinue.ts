import { useActions, useStudio } from '../../app/context';
import type { Take } from '../../app/state';
import { continueTick } from './openingText';

/** @returns what makes the next takes go on from this one: from the playhead where it is shown */
export function useContinue(): (take: Take) => void {
  const { store, playheadTick } = useStudio();
  const { chooseOpening } = useActions();
  return (take) => {
    const { shown } = store.getState();
    const isShown = shown.kind === 'take' && shown.id === take.id;
    const tick = continueTick(take, isShown ? playheadTick() : undefined);
    chooseOpening({ kind: 'take', id: take.id, tick });
  };
}
