/** "Download audio": the shown score as a sound file, with progress. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import type { AppState } from '../state';

type SoundFileActions = Pick<Actions, 'downloadAudio' | 'cancelAudio'>;

export function soundFileActions(store: StoreApi<AppState>): SoundFileActions {
  let working: AbortController | undefined;

  function end(): void {
    working?.abort();
    working = undefined;
    store.setState({ soundFile: undefined });
  }

  return {
    downloadAudio: async (format) => {
      if (working) return;
      working = new AbortController();
      const { signal } = working;
      store.setState({ soundFile: { format, progress: 0 } });
      try {
        // Renderer and encoder: only for those who download.
        const { saveShownSound } = await import('./saveShownSound');
        await saveShownSound(store, format, signal);
      } catch (error) {
        if (!signal.aborted) notify(store, `The sound file was not made: ${errorMessage(error)}`);
      }
      if (!signal.aborted) end();
    },
    cancelAudio: end,
  };
}
