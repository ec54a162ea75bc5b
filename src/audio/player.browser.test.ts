import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Note } from '../music/song';
import { createPlayer, type Player } from './player';
import type { Score } from './score';

/** A second of a 440 Hz tone as a WAV file, 8 kHz, 16 bit, mono. */
function toneFile(): ArrayBuffer {
  const rate = 8000;
  const view = new DataView(new ArrayBuffer(44 + rate * 2));
  const text = (at: number, s: string): void => {
    [...s].forEach((c, i) => {
      view.setUint8(at + i, c.charCodeAt(0));
    });
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + rate * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, rate * 2, true);
  for (let i = 0; i < rate; i++) {
    view.setInt16(44 + i * 2, 12_000 * Math.sin((2 * Math.PI * 440 * i) / rate), true);
  }
  return view.buffer;
}

const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
/** 960 ticks a second. */
const score = (notes: Note[]): Score => ({ notes, ppq: 480, tempos });
const note = (tick: number, duration: number, pitch: number): Note => ({
  tick,
  duration,
  pitch,
  velocity: 100,
});

/** Milliseconds: a busy machine starts audio late. */
const PATIENCE = 20_000;

let player: Player;
let button: HTMLButtonElement;
let started: Promise<void> | undefined;
/** Contexts that the player has opened, oldest first. */
let contexts: AudioContext[] = [];
let refusesSound = false;

class WatchedContext extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    contexts.push(this);
    // As if a call had the sound: stopped, and not to be woken.
    if (refusesSound) void super.suspend();
  }

  override async resume(): Promise<void> {
    if (refusesSound) throw new DOMException('', 'InvalidStateError');
    await super.resume();
  }
}

beforeEach(() => {
  contexts = [];
  refusesSound = false;
  vi.stubGlobal('AudioContext', WatchedContext);
  // A folder without samples leaves the synth playing.
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  player = createPlayer();
  player.setVolume(1);
  button = document.body.appendChild(document.createElement('button'));
  button.textContent = 'Play';
  button.addEventListener('click', () => {
    started = player.play();
    // Its failure is looked at later.
    started.catch(() => undefined);
  });
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method);
});

afterEach(() => {
  player.dispose();
  button.remove();
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    expect(console[method]).not.toHaveBeenCalled();
  }
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function clickPlay(): Promise<void> {
  await userEvent.click(button);
  await started;
}

describe('player', () => {
  it('plays, advances, stops at the end and notifies', async () => {
    // Longer than the checks take.
    player.load(score([note(0, 1920, 60), note(1920, 1920, 64)]));
    const changes: boolean[] = [];
    player.onChange(() => changes.push(player.playing));
    await clickPlay();
    expect(player.playing).toBe(true);
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    await vi.waitFor(() => expect(player.positionTick()).toBeGreaterThan(1920), PATIENCE);
    await vi.waitFor(() => expect(player.playing).toBe(false), PATIENCE);
    expect(player.positionTick()).toBeCloseTo(3840, 6);
    expect(changes.at(-1)).toBe(false);
    expect(player.samples).toBe('failed');
  });

  it('is silent while paused and resumes at the same position', async () => {
    player.load(score([note(0, 9600, 60)]));
    await clickPlay();
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    player.pause();
    const tick = player.positionTick();
    expect(tick).toBeGreaterThan(0);
    await vi.waitFor(() => expect(player.level()).toBeLessThan(1e-4), PATIENCE);
    expect(player.positionTick()).toBe(tick);
    await clickPlay();
    await vi.waitFor(() => expect(player.positionTick()).toBeGreaterThan(tick), PATIENCE);
    player.stop();
    expect(player.positionTick()).toBe(0);
  });

  it('seeks, at rest and while playing', async () => {
    player.load(score([note(0, 480, 60), note(96_000, 9600, 72)]));
    player.seek(48_000);
    expect(player.positionTick()).toBe(48_000);
    await clickPlay();
    await vi.waitFor(() => expect(player.positionTick()).toBeGreaterThan(48_000), PATIENCE);
    expect(player.level()).toBeLessThan(1e-4);
    player.seek(96_000);
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    expect(player.positionTick()).toBeGreaterThan(96_000);
  });

  it('plays again from where the music begins', async () => {
    player.load({ ...score([note(96_000, 9600, 60)]), startTick: 95_520 });
    player.seek(105_600);
    await clickPlay();
    const tick = player.positionTick();
    expect(tick).toBeGreaterThanOrEqual(95_520);
    expect(tick).toBeLessThan(105_600);
  });

  it('turns at the end when it loops', async () => {
    player.setLoop(true);
    player.setSpeed(2);
    player.load(score([note(0, 480, 60)]));
    await clickPlay();
    const seen: number[] = [];
    await vi.waitFor(() => {
      seen.push(player.positionTick());
      expect(seen.some((tick, i) => i > 0 && tick < seen[i - 1])).toBe(true);
    }, PATIENCE);
    expect(player.playing).toBe(true);
  });

  it('plays the sampled piano once it has loaded', async () => {
    const fetched: string[] = [];
    vi.stubGlobal('fetch', async (url: URL) => {
      fetched.push(url.pathname.split('/').at(-1) ?? '');
      return new Response(toneFile());
    });
    player.load(score([note(0, 480, 60), note(1920, 9600, 69)]));
    await clickPlay();
    await vi.waitFor(() => expect(player.samples).toBe('loaded'), PATIENCE);
    player.seek(1920);
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    expect(fetched).toHaveLength(15);
    expect(fetched.slice(0, 3)).toEqual(['A0.mp3', 'Ds1.mp3', 'A1.mp3']);
  });

  it('stops with the sound of the system, and plays again at the next press', async () => {
    player.load(score(Array.from({ length: 200 }, (_, i) => note(480 * i, 480, 60))));
    await clickPlay();
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    const [stopped] = contexts;
    await stopped.suspend();
    await vi.waitFor(() => expect(player.playing).toBe(false), PATIENCE);
    expect(player.interrupted).toBe(true);
    const tick = player.positionTick();
    expect(tick).toBeGreaterThan(0);

    await clickPlay();
    expect(player).toMatchObject({ playing: true, interrupted: false });
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
    await vi.waitFor(() => expect(player.positionTick()).toBeGreaterThan(tick), PATIENCE);
    expect(contexts.at(-1)).not.toBe(stopped);
    await vi.waitFor(() => expect(stopped.state).toBe('closed'), PATIENCE);
  });

  it('says so while the system keeps the sound, and plays once it is free', async () => {
    player.load(score([note(0, 96_000, 60)]));
    refusesSound = true;
    await userEvent.click(button);
    await expect(started).rejects.toThrow('The system stopped the sound. Press Play to hear it.');
    expect(player.playing).toBe(false);
    refusesSound = false;
    await clickPlay();
    expect(player.playing).toBe(true);
    await vi.waitFor(() => expect(player.level()).toBeGreaterThan(0.01), PATIENCE);
  });

  it('plays nothing without notes', async () => {
    await clickPlay();
    expect(player.playing).toBe(false);
  });
});
