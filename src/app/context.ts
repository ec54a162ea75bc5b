/** How the panels reach the store: one React context, provided by the composition root. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Actions } from './actions';
import type { AppState } from './state';
import type { LossPoints } from './training/lossPoints';

export interface AppServices {
  store: StoreApi<AppState>;
  actions: Actions;
  lossPoints: LossPoints;
  /** Playhead in ticks of the shown score; read it once per animation frame. */
  playheadTick(): number;
}

export const AppContext = createContext<AppServices | undefined>(undefined);

export function useAppServices(): AppServices {
  const app = useContext(AppContext);
  if (!app) throw new Error('useAppServices needs an AppContext above it.');
  return app;
}

/** The part of the state that `select` picks; the panel renders again when it changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useAppServices().store, select);
}

export function useActions(): Actions {
  return useAppServices().actions;
}
