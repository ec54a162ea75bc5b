/** Showing, playing and downloading a score. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../../audio/player';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { fileNameOf, saveFile } from '../shared/saveFile';
import type { AppState, TransportState } from '../state';
import { shownScore } from './shownScore';

type PlaybackActions = Pick<
  Actions,
  | 'show'
  | 'play'
  | 'pause'
  | 'stopPlayback'
  | 'seek'
  | 'setLoop'
  | 'setSpeed'
  | 'setVolume'
  | 'downloadMidi'
>;

export function playbackActions(store: StoreApi<AppState>, player: Player): PlaybackActions {
  function patch(change: Partial<TransportState>): void {
    store.setState(({ transport }) => ({ transport: { ...transport, ...change } }));
  }

  return {
    show: (shown) => store.setState({ shown }),
    play: async () => {
      try {
        await player.play();
      } catch (error) {
        notify(store, error instanceof Error ? error.message : 'This browser gives no sound.');
      }
    },
    pause: () => player.pause(),
    stopPlayback: () => player.stop(),
    seek: (tick) => player.seek(tick),
    setLoop: (loop) => {
      player.setLoop(loop);
      patch({ loop });
    },
    setSpeed: (speed) => {
      player.setSpeed(speed);
      patch({ speed });
    },
    setVolume: (volume) => {
      player.setVolume(volume);
      patch({ volume });
    },
    downloadMidi: async () => {
      const score = shownScore(store.getState());
      if (!score) return;
      // The playback speed is part of the download.
      const { speed } = store.getState().transport;
      const tempos = score.song.tempos.map((tempo) => ({
        ...tempo,
        microsecondsPerQuarter: Math.round(tempo.microsecondsPerQuarter / speed),
      }));
      try {
        // The writer and its library: only for those who download.
        const { writeMidi } = await import('../../music/midi/write');
        const bytes = writeMidi({ ...score.song, tempos });
        saveFile(`${fileNameOf(score.title)}.mid`, 'audio/midi', bytes);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        notify(store, `The MIDI file was not written: ${reason}`);
      }
    },
  };
}
