/** Keeps the player's score in step with what is shown, and the transport in step with the player. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../../audio/player';
import { scoreOfSong } from '../../audio/score';
import { t } from '../../texts/t';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { shownScore, takeSong } from './shownScore';

export function followShown(store: StoreApi<AppState>, player: Player): void {
  player.onChange(() => {
    const { playing, samples, interrupted } = player;
    const stopped = store.getState().transport.playing && !playing;
    store.setState(({ transport }) => ({ transport: { ...transport, playing, samples } }));
    if (stopped && interrupted) notify(store, t('playback.interrupted'));
  });
  store.subscribe((state, before) => {
    if (state.shown !== before.shown) {
      const shown = shownScore(state);
      player.load(shown ? scoreOfSong(shown.song) : { notes: [], ppq: 480, tempos: [] });
      return;
    }
    // A take that is played while it is composed continues into its new notes.
    if (state.takes === before.takes || state.shown.kind !== 'take') return;
    const { id } = state.shown;
    const take = state.takes.find((candidate) => candidate.id === id);
    const earlier = before.takes.find((candidate) => candidate.id === id);
    if (!take || !earlier || take.notes === earlier.notes) return;
    if (earlier.composing) {
      player.extend(scoreOfSong(takeSong(take)));
      return;
    }
    // Bars composed again: the playhead stays, playback stops.
    const tick = player.positionTick();
    player.load(scoreOfSong(takeSong(take)));
    player.seek(tick);
  });
}
