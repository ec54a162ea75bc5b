/** Showing, playing and downloading a score. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../../audio/player';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { MIDI_TYPE, midiBytes, notWritten } from '../shared/midiBytes';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import type { AppState, TransportState } from '../state';
import { shownFileName } from './shownFileName';
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
    show: (shown) =>
      store.setState(({ compared }) => ({
        shown,
        // Another score ends the comparison.
        compared: shown.kind === 'take' && compared?.includes(shown.id) ? compared : undefined,
      })),
    play: async () => {
      try {
        await player.play();
      } catch (error) {
        notify(store, error instanceof Error ? error.message : t('playback.noSound'));
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
      const state = store.getState();
      const score = shownScore(state);
      if (!score) return;
      try {
        const bytes = await midiBytes(score.song, state.transport.speed);
        saveFile(`${shownFileName(score, state)}.mid`, MIDI_TYPE, bytes);
      } catch (error) {
        notify(store, notWritten(error));
      }
    },
  };
}
