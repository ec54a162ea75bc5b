/** How the panels reach the store: one React context, provided by the composition root. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from './actions';
import type { AppState } from './state';
import type { LossPoints } from './training/lossPoints';

export interface Studio {
  store: StoreApi<AppState>;
  actions: Actions;
  lossPoints: LossPoints;
  /** Where the playhead stands now, in ticks of what is shown; read it once per animation frame. */
  playheadTick(): number;
}

export const StudioContext = createContext<Studio | undefined>(undefined);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('useStudio needs a StudioContext above it.');
  return studio;
}

/** The part of the state that `select` picks; the panel renders again when it changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useStudio().store, select);
}

export function useActions(): Actions {
  return useStudio().actions;
}
