/** What playing live needs of the rest of the app. */
import type { StoreApi } from 'zustand/vanilla';
import type { Player } from '../../audio/player';
import type { Sound } from '../../audio/sound';
import type { AppState } from '../state';

export interface LiveServices {
  store: StoreApi<AppState>;
  sound: Sound;
  player: Player;
  /** Composes one take that goes on from a piece. @returns its id, or undefined where it failed */
  answer(piece: string): Promise<string | undefined>;
  cancelAnswer(): void;
}
