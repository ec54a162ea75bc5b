/** "Hear what it does": composes takes, and plays the first one while it grows. */
import type { StoreApi } from 'zustand/vanilla';
import type { Sound } from '../../audio/sound';
import { endTick } from '../../music/song';
import { tickToSeconds } from '../../music/time';
import type { Actions } from '../actions';
import type { AppState } from '../state';
import type { Take } from './take';

/** Music that is there before it sounds, seconds: composing is many times faster than playing. */
const LEAD = 1.5;

/** @param reopened settles once the last visit is back */
export function hearActions(
  store: StoreApi<AppState>,
  sound: Pick<Sound, 'open'>,
  { generate, play }: Pick<Actions, 'generate' | 'play'>,
  reopened: Promise<void>,
): Pick<Actions, 'hear'> {
  return {
    hear: async () => {
      // Within the click: browsers allow no sound before one. A failure is told by playing.
      sound.open().catch(() => undefined);
      // The takes of the last visit are not the one to hear.
      await reopened;
      const before = new Set(store.getState().takes.map(({ id }) => id));
      let heard = false;
      const listen = (): void => {
        const { takes, shown } = store.getState();
        const take = takes.find(({ id }) => shown.kind === 'take' && shown.id === id);
        if (heard || !take || before.has(take.id) || !maySound(take)) return;
        heard = true;
        void play();
      };
      const stop = store.subscribe(listen);
      try {
        await generate();
        listen();
      } finally {
        stop();
      }
    },
  };
}

function maySound({ notes, tempos, ppq, composing }: Take): boolean {
  if (notes.length === 0) return false;
  return !composing || tickToSeconds(endTick(notes), tempos, ppq) >= LEAD;
}
