/** Notes on a MIDI device end when what plays them ends: nothing must sound for ever. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { soundingPitches } from '../../audio/midiPorts/testing/soundingPitches';
import { StandInAccess, StandInOutput } from '../../audio/midiPorts/testing/standInMidi';
import { createPlayer, type Player } from '../../audio/player';
import { Sound } from '../../audio/sound';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { LiveSession } from './session';

/** Milliseconds: a busy machine starts audio late. */
const PATIENCE = 20_000;
/** Later than everything that is sent ahead of time. */
const LATER = 1000;

let store: StoreApi<AppState>;
let sound: Sound;
let player: Player;
let session: LiveSession;
let first: StandInOutput;
let second: StandInOutput;
let button: HTMLButtonElement;

const long = (
  tick: number,
  pitch: number,
): { tick: number; duration: number; pitch: number; velocity: number } => ({
  tick,
  duration: 96_000,
  pitch,
  velocity: 90,
});

beforeEach(async () => {
  // A folder without samples leaves the synth playing.
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  first = new StandInOutput('1', 'First module');
  second = new StandInOutput('2', 'Second module');
  vi.spyOn(navigator, 'requestMIDIAccess').mockResolvedValue(new StandInAccess(first, second));
  store = createStore<AppState>(initialState);
  sound = new Sound();
  player = createPlayer(sound);
  session = new LiveSession({
    store,
    sound,
    player,
    answer: async () => undefined,
    cancelAnswer: () => {},
  });
  await session.midi.ask();
  session.midi.choose('1');
  player.load({
    notes: [long(0, 60), long(0, 64), long(480_000, 72)],
    ppq: 480,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
  });
  button = document.body.appendChild(document.createElement('button'));
  button.textContent = 'Play';
  button.addEventListener('click', () => void player.play());
  await userEvent.click(button);
  await vi.waitFor(() => expect(now(first)).toEqual([60, 64]), PATIENCE);
  // A key that the person holds meanwhile.
  session.press(67, performance.now());
  await vi.waitFor(() => expect(now(first)).toEqual([60, 64, 67]), PATIENCE);
});

afterEach(() => {
  player.dispose();
  button.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const now = (port: StandInOutput): number[] => soundingPitches(port, performance.now());
const later = (port: StandInOutput): number[] => soundingPitches(port, performance.now() + LATER);

describe('notes on a MIDI device end', () => {
  it('on a jump, but for the keys that are held', async () => {
    player.seek(480_000);
    expect(now(first)).not.toContain(60);
    expect(now(first)).not.toContain(64);
    await vi.waitFor(() => expect(now(first)).toContain(72), PATIENCE);
    expect(later(first)).toEqual([67, 72]);
  });

  it('on a pause', () => {
    player.pause();
    expect(now(first)).not.toContain(60);
    expect(later(first)).not.toContain(64);
  });

  it('when another device is chosen, which takes over', async () => {
    player.seek(480_000);
    await vi.waitFor(() => expect(now(first)).toContain(72), PATIENCE);
    player.seek(240_000);
    session.midi.choose('2');
    expect(now(first)).toEqual([]);
    expect(later(first)).toEqual([]);
    player.seek(480_000);
    await vi.waitFor(() => expect(now(second)).toEqual([72]), PATIENCE);
    session.midi.choose(undefined);
    expect(later(second)).toEqual([]);
    expect(player.playing).toBe(true);
    expect(later(first)).toEqual([]);
  });

  it('when the page is left', () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(now(first)).toEqual([]);
    expect(later(first)).toEqual([]);
    expect(player.playing).toBe(false);
  });
});
