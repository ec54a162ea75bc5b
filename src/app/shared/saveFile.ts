/** Hands a file to the person: as a download, or by the share sheet where there are no downloads. */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { AppState } from '../state';
import { ask } from './notices';

/** Revoking the address at once would cancel the download in some browsers. */
const REVOKE_AFTER = 60_000;

export function saveFile(
  store: StoreApi<AppState>,
  name: string,
  type: string,
  content: BlobPart,
): void {
  const file = new File([content], name, { type });
  if (isHomeScreenApp() && navigator.canShare?.({ files: [file] })) void share(store, file);
  else download(file);
}

/** Apps on the Home Screen of iPhone and iPad have no downloads; `standalone` exists there alone. */
function isHomeScreenApp(): boolean {
  return 'standalone' in navigator && navigator.standalone === true;
}

/** @param isSecond whether the file was offered before */
async function share(store: StoreApi<AppState>, file: File, isSecond = false): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    const reason = error instanceof DOMException ? error.name : '';
    // The person closed the sheet.
    if (reason === 'AbortError') return;
    // The press was too long ago, since the file had to be made first: another one is needed.
    if (reason === 'NotAllowedError' && !isSecond) {
      ask(store, t('storage.fileReady', { name: file.name }), {
        label: t('storage.saveToFile'),
        run: () => void share(store, file, true),
      });
      return;
    }
    download(file);
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}
