/** Which bars of the shown take "Again from here" composes. */
import { candidatesFor } from '../../app/compose/againActions';
import type { MarkedBars } from '../../app/compose/composeState';
import { modelInUse } from '../../app/compose/modelInUse';
import type { Take } from '../../app/compose/take';
import { useAppState } from '../../app/context';
import type { BarRange } from '../../model/composing/contract';
import { BarGrid } from '../roll/barGrid';

export interface Again {
  take: Take;
  /** The bars that are marked in this take. Default: none. */
  marked?: MarkedBars;
}

/** @returns undefined where no bars of the take can be composed again */
export function useAgain(id: string | undefined): Again | undefined {
  const take = useAppState(({ takes }) => takes.find((candidate) => candidate.id === id));
  const possible = useAppState(
    (state) => take !== undefined && candidatesFor(take, modelInUse(state)) !== undefined,
  );
  const marked = useAppState(({ markedBars }) =>
    markedBars?.take === id ? markedBars : undefined,
  );
  return take && possible ? { take, marked } : undefined;
}

/** The marked bars that hold notes, or all from the playhead's bar on. */
export function barsToCompose({ take, marked }: Again, playhead: number): BarRange {
  const grid = new BarGrid(take.timeSignatures, take.ppq);
  const barAt = (tick: number): number => grid.positionAt(tick).bar - 1;
  const last = barAt(take.notes.at(-1)?.tick ?? 0);
  if (marked && marked.from <= last)
    return { from: marked.from, to: Math.min(marked.to, last + 1) };
  return { from: Math.min(barAt(playhead), last), to: last + 1 };
}
