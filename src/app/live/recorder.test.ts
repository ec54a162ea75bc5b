import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import type { CountIn } from '../../audio/liveSound';
import { createPlayer, type Player } from '../../audio/player';
import type { SoundUser } from '../../audio/sound';
import { sampleTake } from '../../storage/testing/samples';
import type { AppState } from '../state';
import { trainedStore } from '../testing/composing';
import type { RecorderPhase } from './liveState';
import { Recorder } from './recorder';

/** At 120 quarter notes a minute a bar lasts two seconds. */
const BAR = 2000;

let store: StoreApi<AppState>;
let player: Player;
let recorder: Recorder;
let counted: CountIn[];
let answered: string[];
let cancelled: number;
/** Page time of the first bar. */
let start: number;
/** Calls of the player with their arguments. */
let played: unknown[][];
let playing: boolean;
let tellPlayer: () => void;
/** The system stops the sound. */
let suspend: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  store = trainedStore();
  [counted, answered, played] = [[], [], []];
  cancelled = 0;
  playing = false;
  // A player without sound: Node has no audio.
  player = Object.assign(createPlayer(), {
    play: async (at?: number) => {
      played.push(['play', at]);
      playing = true;
    },
    pause: () => {
      playing = false;
    },
    seek: (tick: number) => void played.push(['seek', tick]),
    onChange: (listener: () => void) => {
      tellPlayer = listener;
      return () => {};
    },
  });
  Object.defineProperty(player, 'playing', { get: () => playing });
  const answer = async (piece: string): Promise<string> => {
    answered.push(piece);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const take = { ...sampleTake(1), id: 'answer', promptNotes: 2, composing: false };
    const notes = [0, 480, 1920, 2400].map((tick) => ({
      tick,
      duration: 480,
      pitch: 60,
      velocity: 80,
    }));
    const timeSignatures = [{ tick: 0, numerator: 4, denominator: 4 }];
    store.setState({ takes: [{ ...take, notes, ppq: 480, timeSignatures }] });
    return 'answer';
  };
  const live = {
    count: async (count: CountIn) => {
      counted.push(count);
      start = performance.now() + 150 + count.beats * count.perBeat * 1000;
      return start;
    },
    setClick: () => {},
    stopCounting: () => {},
  };
  const cancelAnswer = (): void => void cancelled++;
  const sound = {
    use: ({ onSuspended }: SoundUser) => {
      suspend = onSuspended;
    },
  };
  recorder = new Recorder({ store, sound, player, answer, cancelAnswer }, live);
  recorder.open();
  recorder.change({ tempo: 120 });
});

afterEach(() => vi.useRealTimers());

const phase = (): RecorderPhase | undefined => store.getState().keys.recorder?.phase;

/** Until this many milliseconds after the first bar line. */
const until = (time: number): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(start + time - performance.now());

/** Strikes a key now, and lets it go after `hold` milliseconds. */
async function strike(pitch: number, hold: number): Promise<void> {
  recorder.add({ kind: 'down', time: performance.now(), pitch, velocity: 80 });
  await vi.advanceTimersByTimeAsync(hold);
  recorder.add({ kind: 'up', time: performance.now(), pitch });
}

describe('the recorder', () => {
  it('counts a bar in, records, and keeps what was played on the grid', async () => {
    await recorder.record();
    expect(counted).toEqual([{ perBeat: 0.5, beatsPerBar: 4, beats: 4, click: true }]);
    await until(-900);
    expect([phase(), store.getState().keys.recorder?.beat]).toEqual(['counting in', 3]);
    await until(20);
    expect(phase()).toBe('recording');
    await strike(60, 480);
    await strike(64, 480);
    expect(store.getState().keys.recorder?.notes).toHaveLength(2);
    expect(recorder.tick()).toBeCloseTo(980 * 0.96, 0);
    recorder.stop();
    const [piece] = store.getState().pieces;
    expect([...piece.song.tracks[0].notes]).toEqual([0, 24, 60, 80, 24, 24, 64, 80]);
    expect(phase()).toBe('ready');
    expect(recorder.tick()).toBeUndefined();
  });

  it('takes an upbeat from the end of the count-in, and no trials before', async () => {
    await recorder.record();
    await until(-1500);
    await strike(50, 100);
    await until(-500);
    await strike(60, 450);
    await until(0);
    await strike(64, 450);
    recorder.stop();
    const notes = store.getState().pieces[0].song.tracks[0].notes;
    expect([...notes]).toEqual([72, 24, 60, 80, 96, 24, 64, 80]);
  });

  it('says that nothing was played, and records again', async () => {
    await recorder.record();
    await until(100);
    recorder.stop();
    expect(store.getState().pieces).toEqual([]);
    expect(store.getState().notices.at(-1)?.text).toBe('No key was played: nothing was kept.');
    await recorder.record();
    expect(phase()).toBe('counting in');
    recorder.close();
    expect(store.getState().keys.recorder).toBeUndefined();
  });

  it('ends with the sound that the system stops, keeps what was played, and says so', async () => {
    suspend?.();
    expect(store.getState().notices).toEqual([]);
    await recorder.record();
    await until(0);
    await strike(60, 450);
    suspend?.();
    expect([phase(), store.getState().pieces.length]).toEqual(['ready', 1]);
    const said = store.getState().notices.map(({ text }) => text);
    expect(said[0]).toBe('The system stopped the sound, and the recording with it.');
    expect(said[1]).toMatch(/^Kept as the piece/);
  });

  it('ends with the sound during the count-in, and is not begun by it any more', async () => {
    const counting = recorder.record();
    suspend?.();
    await counting;
    expect([phase(), recorder.tick()]).toEqual(['ready', undefined]);
    await until(BAR);
    expect([phase(), store.getState().pieces]).toEqual(['ready', []]);
    expect(store.getState().notices[0].text).toMatch(/^The system stopped the sound/);
  });

  it('waits for no next call without sound', async () => {
    recorder.change({ answers: true });
    await recorder.record();
    await until(0);
    await strike(60, 450);
    await until(450 + BAR + 100);
    suspend?.();
    expect([phase(), cancelled]).toEqual(['ready', 1]);
  });

  it('answers a bar after the call, on a bar line, then waits for the next call', async () => {
    recorder.change({ answers: true });
    await recorder.record();
    await until(0);
    await strike(60, 450);
    await until(500);
    await strike(64, 450);
    await until(950 + BAR - 100);
    expect(phase()).toBe('recording');
    await until(950 + BAR + 100);
    expect([phase(), answered]).toEqual(['answering', [store.getState().pieces[0].id]]);
    await vi.advanceTimersByTimeAsync(750);
    expect(phase()).toBe('listening');
    // From the bar after the call's two notes, at the first bar line once the answer was there.
    expect(played).toEqual([
      ['seek', 1920],
      ['play', start + 2 * BAR],
    ]);
    await until(3 * BAR);
    playing = false;
    tellPlayer();
    expect(phase()).toBe('your turn');
    await until(4 * BAR - 20);
    await strike(67, 400);
    expect(phase()).toBe('recording');
    recorder.stop();
    const notes = store.getState().pieces[1].song.tracks[0].notes;
    expect([...notes].slice(0, 3)).toEqual([0, 18, 67]);
  });

  it('cancels an answer that is not wanted any more', async () => {
    recorder.change({ answers: true });
    await recorder.record();
    await until(0);
    await strike(60, 450);
    await until(450 + BAR + 100);
    expect(phase()).toBe('answering');
    recorder.stop();
    expect(cancelled).toBe(1);
    await vi.advanceTimersByTimeAsync(3 * BAR);
    expect([phase(), played]).toEqual(['ready', []]);
  });
});
