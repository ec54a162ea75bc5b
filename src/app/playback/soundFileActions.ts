/** "Download audio": the shown score as a sound file, with progress. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { shownScore } from './shownScore';

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
      const shown = shownScore(store.getState());
      if (working || !shown) return;
      working = new AbortController();
      const { signal } = working;
      store.setState({ soundFile: { format, progress: 0 } });
      try {
        // Renderer and encoder: only for those who download.
        const { saveShownSound } = await import('./saveShownSound');
        await saveShownSound(store, shown, format, signal);
      } catch (error) {
        if (!signal.aborted)
          notify(store, t('playback.soundNotMade', { reason: errorMessage(error) }));
      }
      if (!signal.aborted) end();
    },
    cancelAudio: end,
  };
}
