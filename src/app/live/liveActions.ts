/** Playing in and playing along. The session behind it is loaded at the first press. */
import type { StoreApi } from 'zustand/vanilla';
import type { Sound } from '../../audio/sound';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import type { LiveServices } from './services';
import type { LiveSession } from './session';

type LiveActions = Pick<
  Actions,
  | 'openRecorder'
  | 'closeRecorder'
  | 'changeRecorder'
  | 'record'
  | 'stopRecording'
  | 'playAlong'
  | 'askMidi'
  | 'chooseSound'
  | 'pressKey'
  | 'releaseKey'
>;

export interface Live {
  actions: LiveActions;
  /** Playhead of what is recorded, in ticks; undefined while a score is shown. */
  playheadTick(): number | undefined;
}

export function liveActions(services: LiveServices): Live {
  const { store, sound } = services;
  let opening: Promise<LiveSession> | undefined;
  let session: LiveSession | undefined;
  if ('requestMIDIAccess' in navigator) {
    store.setState(({ midi }) => ({ midi: { ...midi, access: 'not asked' } }));
  }

  function load(): Promise<LiveSession> {
    opening ??= import('./session').then(
      ({ LiveSession }) => {
        session = new LiveSession(services);
        return session;
      },
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  }

  async function withSession(act: (live: LiveSession) => void | Promise<void>): Promise<void> {
    try {
      await act(session ?? (await load()));
    } catch (error) {
      notify(store, errorMessage(error));
    }
  }

  /** As `withSession`, with the sound opened inside the press. */
  function withSound(act: (live: LiveSession) => void | Promise<void>): Promise<void> {
    const open = wake(store, sound);
    return withSession(async (live) => {
      if (await open) await act(live);
    });
  }

  return {
    playheadTick: () => session?.recorder.tick(),
    actions: {
      openRecorder: () => {
        void wake(store, sound);
        return withSession((live) => {
          live.recorder.open();
          live.follow();
        });
      },
      closeRecorder: () =>
        withSession((live) => {
          live.recorder.close();
          live.follow();
        }),
      changeRecorder: (change) => void withSession((live) => live.recorder.change(change)),
      record: () => withSound((live) => live.recorder.record()),
      stopRecording: () => void withSession((live) => live.recorder.stop()),
      playAlong: (playAlong) => {
        if (playAlong) void wake(store, sound);
        return withSession((live) => {
          store.setState(({ keys }) => ({ keys: { ...keys, playAlong } }));
          live.follow();
        });
      },
      askMidi: () => withSession((live) => live.midi.ask()),
      chooseSound: (id) => void withSession((live) => live.midi.choose(id)),
      pressKey: (pitch) => {
        const time = performance.now();
        void withSound((live) => live.press(pitch, time));
      },
      releaseKey: (pitch) => {
        const time = performance.now();
        void withSound((live) => live.release(pitch, time));
      },
    },
  };
}

/** Opens the sound inside a press. @returns whether there is one; a notice says why not */
async function wake(store: StoreApi<AppState>, sound: Sound): Promise<boolean> {
  try {
    await sound.open();
    return true;
  } catch {
    notify(store, t('live.noSound'));
    return false;
  }
}
