/** Says that a run is not being saved, with a way to save it oneself. */
import type { StoreApi } from 'zustand/vanilla';
import { inWords, type StorageTrouble } from '../../storage/outcome';
import { ask } from '../shared/notices';
import type { AppState } from '../state';

export function warnUnsaved(
  store: StoreApi<AppState>,
  trouble: StorageTrouble,
  saveToFile: () => Promise<void>,
): void {
  const text = `${inWords(trouble)} Training goes on, but the model is lost when this page is closed.`;
  ask(store, text, { label: 'Save to a file', run: () => void saveToFile() });
}
