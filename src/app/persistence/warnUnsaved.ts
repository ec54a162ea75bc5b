/** Warns that a run cannot be stored, and offers to save it to a file. */
import type { StoreApi } from 'zustand/vanilla';
import type { StorageError } from '../../storage/storageError';
import { ask } from '../shared/notices';
import type { AppState } from '../state';

export function warnUnsaved(
  store: StoreApi<AppState>,
  error: StorageError,
  saveToFile: () => Promise<void>,
): void {
  const text = `${error.message} Training goes on, but the model is lost when this page is closed.`;
  ask(store, text, { label: 'Save to a file', run: () => void saveToFile() });
}
