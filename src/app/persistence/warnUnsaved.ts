/** Warns that a run cannot be stored, and offers to save it to a file. */
import type { StoreApi } from 'zustand/vanilla';
import type { StorageError } from '../../storage/storageError';
import { t } from '../../texts/t';
import { ask } from '../shared/notices';
import type { AppState } from '../state';

export function warnUnsaved(
  store: StoreApi<AppState>,
  error: StorageError,
  saveToFile: () => Promise<void>,
): void {
  const text = `${error.message} ${t('storage.modelWillBeLost')}`;
  ask(store, text, { label: t('storage.saveToFile'), run: () => void saveToFile() });
}
