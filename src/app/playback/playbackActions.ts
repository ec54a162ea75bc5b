/** Showing, playing and downloading a score. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../../audio/player';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { MIDI_TYPE, midiBytes, notWritten } from '../shared/midiBytes';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import { SCORE_TYPE, scoreText } from '../shared/scoreText';
import type { AppState } from '../state';
import type { TransportState } from './playbackState';
import { shownFileName } from './shownFileName';
import { shownScore } from './shownScore';

type PlaybackActions = Pick<
  Actions,
  | 'show'
  | 'showAsScore'
  | 'play'
  | 'pause'
  | 'stopPlayback'
  | 'seek'
  | 'setLoop'
  | 'setSpeed'
  | 'setVolume'
  | 'downloadMidi'
  | 'downloadScore'
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
    showAsScore: (asScore) => store.setState({ asScore }),
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
    downloadScore: async () => {
      const state = store.getState();
      const score = shownScore(state);
      if (!score) return;
      try {
        const text = await scoreText(score.song, state.transport.speed);
        if (text === undefined) return notify(store, t('scores.notWritable'));
        const bytes = new TextEncoder().encode(text);
        saveFile(store, `${shownFileName(score, state)}.musicxml`, SCORE_TYPE, bytes);
      } catch (error) {
        notify(store, t('scores.notWritten', { reason: errorMessage(error) }));
      }
    },
    downloadMidi: async () => {
      const state = store.getState();
      const score = shownScore(state);
      if (!score) return;
      try {
        const bytes = await midiBytes(score.song, state.transport.speed);
        saveFile(store, `${shownFileName(score, state)}.mid`, MIDI_TYPE, bytes);
      } catch (error) {
        notify(store, notWritten(error));
      }
    },
  };
}
