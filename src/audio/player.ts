/** Plays a score through Tone.js, or a MIDI device; both are opened at the first press. */
import { LOOK_AHEAD } from './lookAhead';
import type { Score } from './score';
import type { EndingVoices, Sequencer } from './sequencer';
import { type OpenSound, type SampleState, Sound } from './sound';
import { type TimedNotes, timeNotes } from './timedNotes';

export interface Player {
  /** Loads a score and stops playback. */
  load(score: Score): void;
  /** Replaces the score by one with more notes at its end, without interrupting playback. */
  extend(score: Score): void;
  /**
   * Plays from the current position, or from where the music begins if that is the end. Call it
   * inside a click: browsers allow no sound before one. Settles when the first notes are scheduled.
   * @param at when the first notes are heard, on the clock of `performance.now()`. Default: at once
   * @throws Error where the browser gives no audio
   */
  play(at?: number): Promise<void>;
  /** Stops at the current position. */
  pause(): void;
  /** Stops and returns to where the music begins. */
  stop(): void;
  /** Moves to `tick`; playback continues from there. */
  seek(tick: number): void;
  /** Position in ticks of what is heard now, not rounded. */
  positionTick(): number;
  setLoop(loop: boolean): void;
  /** @param speed share of the written tempo, above 0 */
  setSpeed(speed: number): void;
  /** @param volume 0..1 */
  setVolume(volume: number): void;
  /** Current peak of the output, 0..1, for a meter. */
  level(): number;
  readonly playing: boolean;
  readonly samples: SampleState;
  /** Whether playback was last paused by the system: a call, a headset, another app. */
  readonly interrupted: boolean;
  /** Calls `listener` after `playing` or `samples` changed. @returns unsubscribe */
  onChange(listener: () => void): () => void;
  dispose(): void;
}

/** One stretch of playback, from a start or a jump to the next. */
interface Run {
  sequencer: Sequencer;
  voices: EndingVoices;
}

/** Seconds between the click and the first note. */
const START_DELAY = 0.06;

/** @param sound Default: one of its own */
export function createPlayer(sound: Sound = new Sound()): Player {
  return new ScorePlayer(sound);
}

class ScorePlayer implements Player {
  readonly #sound: Sound;
  readonly #listeners = new Set<() => void>();
  #notes: TimedNotes = timeNotes({ notes: [], ppq: 480, tempos: [] });
  #run: Run | undefined;
  /** Position while nothing plays, in ticks. */
  #parked = 0;
  #playing = false;
  #interrupted = false;
  #loop = false;
  #speed = 1;
  #disposed = false;

  constructor(sound: Sound) {
    this.#sound = sound;
    sound.use({
      onTick: () => this.#advance(),
      onSamples: () => this.#tell(),
      onDevice: () => this.seek(this.positionTick()),
      onSuspended: () => {
        if (!this.#run) return;
        this.#interrupted = true;
        this.pause();
      },
    });
  }

  get playing(): boolean {
    return this.#playing;
  }

  get interrupted(): boolean {
    return this.#interrupted;
  }

  get samples(): SampleState {
    return this.#sound.samples;
  }

  load(score: Score): void {
    this.#notes = timeNotes(score);
    this.stop();
  }

  extend(score: Score): void {
    this.#notes = timeNotes(score);
    this.#run?.sequencer.extend(this.#notes);
  }

  async play(at?: number): Promise<void> {
    if (this.#playing || this.#notes.count === 0 || this.#disposed) return;
    const opening = this.#sound.open();
    this.#interrupted = false;
    this.#setPlaying(true);
    try {
      const open = await opening;
      if (this.#playing && !this.#run && !this.#disposed) this.#begin(open, at);
    } catch (error) {
      this.#setPlaying(false);
      throw error;
    }
  }

  pause(): void {
    this.#parked = this.positionTick();
    this.#halt();
    this.#setPlaying(false);
  }

  stop(): void {
    this.#halt();
    this.#parked = this.#notes.startTick;
    this.#setPlaying(false);
  }

  seek(tick: number): void {
    const { opened } = this.#sound;
    const wasRunning = this.#run !== undefined;
    this.#halt();
    this.#parked = Math.max(0, tick);
    if (this.#playing && wasRunning && opened) this.#begin(opened);
  }

  positionTick(): number {
    const { opened } = this.#sound;
    if (!this.#run || !opened) return this.#parked;
    return this.#notes.tempoMap.tickAt(this.#run.sequencer.positionAt(opened.heard.now()));
  }

  setLoop(loop: boolean): void {
    this.#loop = loop;
    if (this.#run) this.#run.sequencer.loop = loop;
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#run?.sequencer.setSpeed(speed);
  }

  setVolume(volume: number): void {
    this.#sound.setVolume(volume);
  }

  level(): number {
    return this.#sound.level();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.stop();
    this.#disposed = true;
    this.#listeners.clear();
    this.#sound.dispose();
  }

  #begin(open: OpenSound, at?: number): void {
    const { context, heard, parts } = open;
    const { tempoMap, start, duration } = this.#notes;
    const parked = tempoMap.secondsAt(this.#parked);
    const voices = this.#sound.newVoices(open);
    const soonest = context.currentTime + START_DELAY;
    const asked = at === undefined ? soonest : heard.now() + (at - performance.now()) / 1000;
    const sequencer = new parts.Sequencer(this.#notes, voices, {
      position: parked < duration ? parked : start,
      time: Math.max(soonest, asked),
      speed: this.#speed,
      loop: this.#loop,
    });
    this.#run = { sequencer, voices };
    this.#advance();
  }

  #advance(): void {
    const { opened } = this.#sound;
    if (!this.#run || !opened) return;
    const { currentTime } = opened.context;
    this.#run.sequencer.advance(currentTime, currentTime + LOOK_AHEAD);
    if (!this.#run.sequencer.endedAt(opened.heard.now())) return;
    // The last notes decay: their keys have been released.
    const { voices } = this.#run;
    this.#run = undefined;
    setTimeout(() => voices.dispose(), 2000);
    this.#parked = this.#notes.tempoMap.tickAt(this.#notes.duration);
    this.#setPlaying(false);
  }

  #halt(): void {
    this.#run?.voices.cut();
    this.#run = undefined;
  }

  #setPlaying(playing: boolean): void {
    if (this.#playing === playing) return;
    this.#playing = playing;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
