/**
 * The roll goes with the run: each new snippet is shown, and played where that is asked for, until
 * the person shows something herself. What plays is never interrupted.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Sound } from '../../audio/sound';
import type { Actions } from '../actions';
import { shownTake } from '../playback/shownScore';
import type { AppState } from '../state';
import type { LearnState } from './runState';
import { mayStart } from './trainingRun';

type FollowActions = Pick<
  Actions,
  'followRun' | 'listenAsItLearns' | 'play' | 'pause' | 'stopPlayback'
>;

/**
 * Registers after the reaction that loads what is shown into the player.
 * @returns the actions of following, and those of playback, of which the ones that silence end it:
 *   what is paused stays in the roll
 */
export function followRun(
  store: StoreApi<AppState>,
  sound: Pick<Sound, 'open'>,
  playback: Pick<Actions, 'play' | 'pause' | 'stopPlayback'>,
): FollowActions {
  /** Whether the change of what is shown is this reaction's own. */
  let showing = false;

  function patch(change: Partial<LearnState>): void {
    store.setState(({ learn }) => ({ learn: { ...learn, ...change } }));
  }

  function isShown(id: string): boolean {
    const { shown } = store.getState();
    return shown.kind === 'take' && shown.id === id;
  }

  function showNewest(): void {
    const { learn, snippets, transport } = store.getState();
    const newest = snippets.at(-1);
    if (!learn.following || !newest || transport.playing || isShown(newest.id)) return;
    showing = true;
    store.setState({ shown: { kind: 'take', id: newest.id }, compared: undefined });
    showing = false;
    if (learn.listening) void playback.play();
  }

  store.subscribe((state, before) => {
    const { run, phase } = state.training;
    const ended = before.transport.playing && !state.transport.playing;
    if (run?.id !== before.training.run?.id) {
      // A run begins, or a model is opened.
      patch({ following: !mayStart(phase) && !state.transport.playing, listening: false });
      return;
    }
    if (
      state.shown !== before.shown &&
      !showing &&
      state.learn.following &&
      wasThere(state, before)
    )
      patch({ following: false, listening: false });
    else if (state.snippets !== before.snippets || ended) showNewest();
  });

  return {
    ...playback,
    pause: () => {
      patch({ following: false, listening: false });
      playback.pause();
    },
    stopPlayback: () => {
      patch({ following: false, listening: false });
      playback.stopPlayback();
    },
    followRun: () => {
      patch({ following: true });
      showNewest();
    },
    listenAsItLearns: (on) => {
      if (!on) {
        patch({ listening: false });
        return;
      }
      // Within the click: browsers allow no sound before one. A failure is told by playing.
      sound.open().catch(() => undefined);
      patch({ following: true, listening: true });
      const { snippets, transport } = store.getState();
      const newest = snippets.at(-1);
      if (newest && !transport.playing && isShown(newest.id)) void playback.play();
      else showNewest();
    },
  };
}

/** Whether what was shown before still exists; otherwise it was replaced without the person. */
function wasThere(state: AppState, { shown }: AppState): boolean {
  switch (shown.kind) {
    case 'nothing':
      return true;
    case 'piece':
      return state.pieces.some(({ id }) => id === shown.id);
    case 'take':
      return shownTake(state, shown.id) !== undefined;
    default:
      return shown satisfies never;
  }
}
