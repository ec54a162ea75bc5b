/**
 * Settings in the address: `?preset=`, `?backend=` and `?library=samples`. Read when the page
 * opens; what the person chooses afterwards is written there, so that the address can be passed on.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';
import type { AddressedActions } from './chooseAddressed';

/** Chooses what the address says. Call it once the stored settings are restored. */
export async function applyAddress(
  store: StoreApi<AppState>,
  actions: AddressedActions,
): Promise<void> {
  if (!/[?&](preset|library)=/.test(location.search)) return;
  const { chooseAddressed } = await import('./chooseAddressed');
  await chooseAddressed(store.getState(), actions);
}

/** The actions, which also write the choice into the address. */
export function withAddress<T extends AddressedActions>(actions: T): T {
  return {
    ...actions,
    choosePreset: (id) => {
      write('preset', id);
      actions.choosePreset(id);
    },
    chooseEngine: (choice) => {
      write('backend', choice === 'auto' ? undefined : choice);
      actions.chooseEngine(choice);
    },
    loadSampleLibrary: () => {
      write('library', 'samples');
      return actions.loadSampleLibrary();
    },
    // A library that was changed is no longer the one that the address names.
    removePiece: (id) => {
      write('library', undefined);
      actions.removePiece(id);
    },
    removePieces: (ids) => {
      write('library', undefined);
      actions.removePieces(ids);
    },
  };
}

function write(name: string, value: string | undefined): void {
  const url = new URL(location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.replaceState(history.state, '', url);
}
