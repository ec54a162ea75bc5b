/** The two takes that the stage shows one above the other. */
import { useMemo } from 'react';
import type { Take } from '../../app/compose/take';
import { useAppState } from '../../app/context';

export type ComparedTakes = readonly [upper: Take, lower: Take];

/** @returns undefined unless one of them is shown and both are there */
export function useComparedTakes(): ComparedTakes | undefined {
  const pair = useAppState(({ compared, shown }) =>
    shown.kind === 'take' && compared?.includes(shown.id) ? compared : undefined,
  );
  const takes = useAppState((state) => state.takes);
  return useMemo(() => {
    const [upper, lower] = (pair ?? []).map((id) => takes.find((take) => take.id === id));
    return upper && lower ? [upper, lower] : undefined;
  }, [pair, takes]);
}
