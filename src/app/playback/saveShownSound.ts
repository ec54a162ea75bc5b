/** The shown score to a sound file, and the file to the person. Loaded with the first one. */
import type { StoreApi } from 'zustand/vanilla';
import { scoreOfSong } from '../../audio/score';
import type { SoundFormat } from '../../audio/soundFile/encoder';
import { makeSoundFile } from '../../audio/soundFile/soundFile';
import { saveFile } from '../shared/saveFile';
import type { AppState } from '../state';
import { shownFileName } from './shownFileName';
import type { ShownScore } from './shownScore';

/**
 * @throws Error with a plain sentence where no file can be made
 * @throws the signal's reason once it is aborted
 */
export async function saveShownSound(
  store: StoreApi<AppState>,
  shown: ShownScore,
  format: SoundFormat,
  signal: AbortSignal,
): Promise<void> {
  const { title, song } = shown;
  const state = store.getState();
  const file = await makeSoundFile(scoreOfSong(song), {
    format,
    title,
    // The playback speed is part of the download.
    speed: state.transport.speed,
    signal,
    onProgress: (progress) => {
      if (!signal.aborted) store.setState({ soundFile: { format, progress } });
    },
  });
  saveFile(store, `${shownFileName(shown, state)}.${format}`, file.type, file);
}
