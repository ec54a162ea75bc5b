/** Plays a score through Tone.js, which is loaded at the first click. */
import type { AudioOutput } from './audioOutput';
import type { HeardTime } from './heardTime';
import { LOOK_AHEAD } from './lookAhead';
import type { PianoSamples } from './pianoSamples';
import type { Score } from './score';
import type { Sequencer } from './sequencer';
import { type TimedNotes, timeNotes } from './timedNotes';
import type { ToneVoices } from './toneVoices';

type Tone = typeof import('tone');

/** State of the piano samples; a synth plays until they have loaded, or where they fail. */
export type SampleState = 'not loaded' | 'loading' | 'loaded' | 'failed';

export interface Player {
  /** Loads a score and stops playback. */
  load(score: Score): void;
  /** Replaces the score by one with more notes at its end, without interrupting playback. */
  extend(score: Score): void;
  /**
   * Plays from the current position, or from the start if that is the end. Call it inside a
   * click: browsers allow no sound before one. Settles when the first notes are scheduled.
   * @throws Error where the browser gives no audio
   */
  play(): Promise<void>;
  /**
   * Readies sound and piano for a `play` that follows outside the click, such as of music that is yet
   * to be composed. Call it inside a click.
   */
  prepare(): void;
  /** Stops at the current position. */
  pause(): void;
  /** Stops and returns to the start. */
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

export interface PlayerOptions {
  /** Folder of the piano samples. Default: the one shipped with the app. */
  pianoFolder?: URL;
}

type ToneEngine = Pick<
  typeof import('./toneEngine'),
  'Sequencer' | 'ToneVoices' | 'loadPianoSamples' | 'shippedPianoFolder'
>;

interface AudioEngine {
  parts: ToneEngine;
  tone: Tone;
  context: AudioContext;
  heard: HeardTime;
  toneContext: ReturnType<Tone['getContext']>;
  output: AudioOutput;
}

/** One stretch of playback, from a start or a jump to the next. */
interface Run {
  sequencer: Sequencer;
  voices: ToneVoices;
}

/** Seconds between the click and the first note. */
const START_DELAY = 0.06;

export function createPlayer(options: PlayerOptions = {}): Player {
  return new TonePlayer(options);
}

class TonePlayer implements Player {
  readonly #options: PlayerOptions;
  readonly #listeners = new Set<() => void>();
  #context: AudioContext | undefined;
  #engine: Promise<AudioEngine> | undefined;
  #opened: AudioEngine | undefined;
  #piano: PianoSamples | undefined;
  #samples: SampleState = 'not loaded';
  #notes: TimedNotes = timeNotes({ notes: [], ppq: 480, tempos: [] });
  #run: Run | undefined;
  /** Position while nothing plays, in ticks. */
  #parked = 0;
  #playing = false;
  #interrupted = false;
  #loop = false;
  #speed = 1;
  #volume = 0.8;
  #disposed = false;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get interrupted(): boolean {
    return this.#interrupted;
  }

  get samples(): SampleState {
    return this.#samples;
  }

  load(score: Score): void {
    this.stop();
    this.#notes = timeNotes(score);
  }

  extend(score: Score): void {
    this.#notes = timeNotes(score);
    this.#run?.sequencer.extend(this.#notes);
  }

  async play(): Promise<void> {
    if (this.#playing || this.#notes.count === 0 || this.#disposed) return;
    // Both before the first await: after it the browser no longer counts this as a click.
    const ready = this.#ready();
    this.#interrupted = false;
    this.#setPlaying(true);
    try {
      const engine = await ready;
      if (this.#disposed) return;
      this.#loadPiano(engine);
      if (this.#playing && !this.#run) this.#begin(engine);
    } catch (error) {
      this.#engine = undefined;
      this.#setPlaying(false);
      throw error;
    }
  }

  prepare(): void {
    if (this.#disposed) return;
    // A failure is told by `play`.
    void this.#ready().then(
      (engine) => this.#loadPiano(engine),
      () => {
        this.#engine = undefined;
      },
    );
  }

  pause(): void {
    this.#parked = this.positionTick();
    this.#halt();
    this.#setPlaying(false);
  }

  stop(): void {
    this.#halt();
    this.#parked = 0;
    this.#setPlaying(false);
  }

  seek(tick: number): void {
    this.#halt();
    this.#parked = Math.max(0, tick);
    if (this.#playing && this.#opened) this.#begin(this.#opened);
  }

  positionTick(): number {
    if (!this.#run || !this.#opened) return this.#parked;
    const heard = this.#run.sequencer.positionAt(this.#opened.heard.now());
    return this.#notes.tempoMap.tickAt(heard);
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
    this.#volume = volume;
    this.#opened?.output.setVolume(volume);
  }

  level(): number {
    return this.#opened?.output.level() ?? 0;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.stop();
    this.#disposed = true;
    this.#listeners.clear();
    this.#opened?.output.dispose();
    this.#opened?.toneContext.dispose();
    if (!this.#opened) void this.#context?.close();
  }

  async #ready(): Promise<AudioEngine> {
    this.#context ??= this.#createContext();
    const resumed = this.#context.resume();
    this.#engine ??= this.#open(this.#context);
    const engine = await this.#engine;
    await resumed;
    return engine;
  }

  #createContext(): AudioContext {
    const context = new AudioContext({ latencyHint: 'interactive' });
    context.addEventListener('statechange', () => {
      // Nothing here suspends the context: it was the system.
      if (context.state === 'running' || !this.#run || this.#disposed) return;
      this.#interrupted = true;
      this.pause();
    });
    return context;
  }

  async #open(context: AudioContext): Promise<AudioEngine> {
    const toneEngine = await import('./toneEngine');
    const { AudioOutput, HeardTime, openTone } = toneEngine;
    const { Sequencer, ToneVoices, loadPianoSamples, shippedPianoFolder } = toneEngine;
    const parts = { Sequencer, ToneVoices, loadPianoSamples, shippedPianoFolder };
    const tone = await openTone(context);
    const output = new AudioOutput(tone);
    output.setVolume(this.#volume);
    const toneContext = tone.getContext();
    this.#opened = { parts, tone, context, heard: new HeardTime(context), toneContext, output };
    // Tone's clock ticks in a worker, so a hidden tab keeps playing.
    toneContext.on('tick', () => this.#advance());
    return this.#opened;
  }

  #loadPiano({ parts, context }: AudioEngine): void {
    if (this.#disposed || this.#samples === 'loading' || this.#samples === 'loaded') return;
    this.#setSamples('loading');
    const folder = this.#options.pianoFolder ?? parts.shippedPianoFolder();
    parts.loadPianoSamples(folder, context).then(
      (piano) => {
        this.#piano = piano;
        this.#setSamples('loaded');
      },
      () => this.#setSamples('failed'),
    );
  }

  #begin({ parts, tone, context, output }: AudioEngine): void {
    const { tempoMap, duration } = this.#notes;
    const parked = tempoMap.secondsAt(this.#parked);
    const voices = new parts.ToneVoices(tone, () => this.#piano, output.input);
    const sequencer = new parts.Sequencer(this.#notes, voices, {
      position: parked < duration ? parked : 0,
      time: context.currentTime + START_DELAY,
      speed: this.#speed,
      loop: this.#loop,
    });
    this.#run = { sequencer, voices };
    this.#advance();
  }

  #advance(): void {
    if (!this.#run || !this.#opened) return;
    const { currentTime } = this.#opened.context;
    this.#run.sequencer.advance(currentTime, currentTime + LOOK_AHEAD);
    if (!this.#run.sequencer.endedAt(this.#opened.heard.now())) return;
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

  #setSamples(samples: SampleState): void {
    this.#samples = samples;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
