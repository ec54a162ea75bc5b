/** What was played becomes a piece of the library and the opening of the next takes. */
import type { StoreApi } from 'zustand/vanilla';
import { packSong } from '../../music/packedSong';
import { type PlayedMusic, playedSong } from '../../music/performance/playedSong';
import { describePiece } from '../library/describePiece';
import { notify } from '../shared/notices';
import type { AppState, Piece } from '../state';

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
    ...describePiece(`${title}.mid`, packSong(song), []),
    title,
    included: false,
    played: true,
  };
  store.setState({
    pieces: [...pieces, piece],
    compose: { ...compose, prompt: { kind: 'piece', id: piece.id } },
    shown: { kind: 'piece', id: piece.id },
  });
  notify(store, `Kept as the piece “${title}”, which opens the next takes.`, () =>
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
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
  const title = `Played ${day.map((part) => String(part).padStart(2, '0')).join('-')}`;
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? title : `${title}, ${count}`;
    if (!taken.includes(numbered)) return numbered;
  }
}
