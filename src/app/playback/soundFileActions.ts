/** "Download audio": the shown score as a sound file, with progress. */
import type { StoreApi } from 'zustand/vanilla';
import type { SoundFormat } from '../../audio/soundFile/encoder';
import { errorMessage } from '../../lib/errorMessage';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { fileNameOf, saveFile } from '../shared/saveFile';
import type { AppState } from '../state';
import { scoreToPlay } from './followShown';
import { shownScore } from './shownScore';

type SoundFileActions = Pick<Actions, 'downloadAudio' | 'cancelAudio'>;

export function soundFileActions(store: StoreApi<AppState>): SoundFileActions {
  let working: AbortController | undefined;

  async function make(format: SoundFormat, signal: AbortSignal): Promise<void> {
    const shown = shownScore(store.getState());
    if (!shown) return;
    const { title } = shown;
    // The playback speed is part of the download.
    const { speed } = store.getState().transport;
    const onProgress = (progress: number): void => {
      if (!signal.aborted) store.setState({ soundFile: { format, progress } });
    };
    onProgress(0);
    // Renderer and encoder: only for those who download.
    const { makeSoundFile } = await import('../../audio/soundFile/soundFile');
    const options = { format, title, speed, signal, onProgress };
    const file = await makeSoundFile(scoreToPlay(shown), options);
    saveFile(`${fileNameOf(title)}.${format}`, file.type, file);
  }

  return {
    downloadAudio: async (format) => {
      if (working) return;
      working = new AbortController();
      const { signal } = working;
      try {
        await make(format, signal);
      } catch (error) {
        if (!signal.aborted) notify(store, `The sound file was not made: ${errorMessage(error)}`);
      } finally {
        if (!signal.aborted) {
          working = undefined;
          store.setState({ soundFile: undefined });
        }
      }
    },
    cancelAudio: () => {
      working?.abort();
      working = undefined;
      store.setState({ soundFile: undefined });
    },
  };
}
