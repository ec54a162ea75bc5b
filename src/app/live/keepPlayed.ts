/** What was played becomes a piece of the library and the opening of the next takes. */
import type { StoreApi } from 'zustand/vanilla';
import { packSong } from '../../music/packedSong';
import { type PlayedMusic, playedSong } from '../../music/performance/playedSong';
import { t } from '../../texts/t';
import { describePiece } from '../library/describePiece';
import type { Piece } from '../library/libraryState';
import { notify } from '../shared/notices';
import type { AppState } from '../state';

/**
 * A notice offers to throw it away. Training leaves it out until it is ticked: a few bars would
 * be held out, or learnt, like a whole piece.
 * @param today of the person's own calendar
 * @returns undefined where no key was struck
 */
export function keepPlayed(
  store: StoreApi<AppState>,
  music: PlayedMusic,
  today: Date,
): Piece | undefined {
  const { pieces, compose, shown } = store.getState();
  const title = playedTitle(
    pieces.map((piece) => piece.title),
    today,
  );
  const song = playedSong(music, title);
  if (!song) return undefined;
  const piece: Piece = {
    ...describePiece({ fileName: `${title}.mid`, title, song: packSong(song), repairs: [] }),
    included: false,
    played: true,
  };
  store.setState({
    pieces: [...pieces, piece],
    compose: { ...compose, prompt: { kind: 'piece', id: piece.id } },
    shown: { kind: 'piece', id: piece.id },
  });
  notify(store, t('live.kept', { title }), () =>
    store.setState((now) => ({
      pieces: now.pieces.filter(({ id }) => id !== piece.id),
      compose: { ...now.compose, prompt: compose.prompt },
      shown: now.shown.kind === 'piece' && now.shown.id === piece.id ? shown : now.shown,
    })),
  );
  return piece;
}

/** "Played 2026-11-26", and "Played 2026-11-26, 2" where that is taken. */
export function playedTitle(taken: readonly string[], today: Date): string {
  const parts = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
  for (let number = 1; ; number++) {
    const title =
      number === 1 ? t('live.title', { day }) : t('live.titleNumbered', { day, number });
    if (!taken.includes(title)) return title;
  }
}
