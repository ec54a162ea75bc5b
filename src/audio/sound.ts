/**
 * The page's one source of sound: the audio context, opened at the first press, the piano samples,
 * and a MIDI device in their place.
 */
import { t } from '../texts/t';
import type { AudioOutput } from './audioOutput';
import type { HeardTime } from './heardTime';
import type { MidiVoices } from './midiPorts/midiVoices';
import type { PianoSamples } from './pianoSamples';
import { resume, soundInSilentMode } from './resume';
import type { EndingVoices } from './sequencer';

type Tone = typeof import('tone');
type ToneEngine = Pick<
  typeof import('./toneEngine'),
  | 'Click'
  | 'Metronome'
  | 'MidiVoices'
  | 'Sequencer'
  | 'ToneVoices'
  | 'loadPianoSamples'
  | 'shippedPianoFolder'
>;

/** State of the piano samples; a synth plays until they have loaded, or where they fail. */
export type SampleState = 'not loaded' | 'loading' | 'loaded' | 'failed';

export interface OpenSound {
  parts: ToneEngine;
  tone: Tone;
  context: AudioContext;
  heard: HeardTime;
  toneContext: ReturnType<Tone['getContext']>;
  output: AudioOutput;
}

/** What `Sound` tells whoever plays through it. */
export interface SoundUser {
  /** Every 50 ms once the sound is open, in a hidden tab as well. */
  onTick?(): void;
  /** The samples' state changed. */
  onSamples?(): void;
  /** The system stopped the sound. */
  onSuspended?(): void;
  /** What sounds has changed: earlier voices must be ended, new ones are on the new device. */
  onDevice?(): void;
}

export class Sound {
  readonly #users = new Set<SoundUser>();
  #context: AudioContext | undefined;
  #opening: Promise<OpenSound> | undefined;
  #opened: OpenSound | undefined;
  #piano: PianoSamples | undefined;
  #samples: SampleState = 'not loaded';
  #device: MIDIOutput | undefined;
  #onDevice = new Set<MidiVoices>();
  #volume = 0.8;
  /** Whether the system has stopped the context. */
  #suspended = false;
  #disposed = false;

  get samples(): SampleState {
    return this.#samples;
  }

  /** Undefined before the first press. */
  get opened(): OpenSound | undefined {
    return this.#opened;
  }

  use(user: SoundUser): void {
    this.#users.add(user);
  }

  /**
   * Opens the sound, or wakes it. Call it inside a press: browsers allow no sound before one.
   * @throws Error with a plain sentence where the browser gives no audio
   */
  async open(): Promise<OpenSound> {
    // All before the first await: after it the browser no longer counts this as a press.
    if (this.#suspended && (navigator.userActivation?.isActive ?? true)) this.#abandon();
    this.#context ??= this.#createContext();
    const resumed = resume(this.#context);
    this.#opening ??= this.#load(this.#context);
    let open: OpenSound;
    try {
      open = await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
    if (!(await resumed)) {
      this.#suspended = true;
      throw new Error(t('playback.interrupted'));
    }
    this.#loadPiano(open);
    return open;
  }

  /** New voices for one stretch of playing: of the page, or on the MIDI device. */
  newVoices({ parts, tone, output }: OpenSound): EndingVoices {
    if (this.#device) {
      return new parts.MidiVoices(this.#device, (time) => this.pageTimeOf(time), this.#onDevice);
    }
    return new parts.ToneVoices(tone, () => this.#piano, output.input);
  }

  /** Page time, as `performance.now()`, at which what has this audio time is heard. */
  pageTimeOf(audioTime: number): number {
    const heard = this.#opened?.heard.now() ?? audioTime;
    return performance.now() + (audioTime - heard) * 1000;
  }

  /** @param device Default: the page sounds */
  setDevice(device: MIDIOutput | undefined): void {
    if (device === this.#device) return;
    this.#device = device;
    this.#onDevice = new Set();
    for (const user of this.#users) user.onDevice?.();
    if (this.#opened) this.#loadPiano(this.#opened);
  }

  /** @param volume 0..1 */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#opened?.output.setVolume(volume);
  }

  /** Current peak of the output, 0..1, for a meter. */
  level(): number {
    return this.#opened?.output.level() ?? 0;
  }

  dispose(): void {
    this.#disposed = true;
    this.#users.clear();
    this.#opened?.output.dispose();
    this.#opened?.toneContext.dispose();
    if (!this.#opened) void this.#context?.close();
  }

  #createContext(): AudioContext {
    soundInSilentMode();
    const context = new AudioContext({ latencyHint: 'interactive' });
    context.addEventListener('statechange', () => {
      // Nothing here suspends the context: it was the system.
      if (context.state === 'running' || context !== this.#context || this.#disposed) return;
      this.#suspended = true;
      for (const user of this.#users) user.onSuspended?.();
    });
    return context;
  }

  /**
   * Gives up a context that the system has stopped: in Safari it may stay stopped, or say that it runs
   * while its clock stands still. The samples serve the next one as well.
   */
  #abandon(): void {
    const context = this.#context;
    const opened = this.#opened;
    this.#suspended = false;
    this.#context = undefined;
    this.#opening = undefined;
    this.#opened = undefined;
    for (const user of this.#users) user.onDevice?.();
    opened?.output.dispose();
    // Closed once Tone.js has the next one; without Tone.js it is closed here.
    if (!opened) void context?.close();
  }

  async #load(context: AudioContext): Promise<OpenSound> {
    const toneEngine = await import('./toneEngine');
    const { AudioOutput, HeardTime, openTone } = toneEngine;
    const { Click, Metronome, MidiVoices, Sequencer, ToneVoices } = toneEngine;
    const { loadPianoSamples, shippedPianoFolder } = toneEngine;
    const voices = { Click, Metronome, MidiVoices, Sequencer, ToneVoices };
    const parts = { ...voices, loadPianoSamples, shippedPianoFolder };
    const tone = await openTone(context);
    const output = new AudioOutput(tone);
    output.setVolume(this.#volume);
    const toneContext = tone.getContext();
    const heard = new HeardTime(context);
    this.#opened = { parts, tone, context, heard, toneContext, output };
    // Tone's clock ticks in a worker, so a hidden tab keeps playing.
    toneContext.on('tick', () => {
      for (const user of this.#users) user.onTick?.();
    });
    return this.#opened;
  }

  #loadPiano({ parts, context }: OpenSound): void {
    if (this.#samples === 'loading' || this.#samples === 'loaded') return;
    if (this.#device || this.#disposed) return;
    this.#setSamples('loading');
    parts.loadPianoSamples(parts.shippedPianoFolder(), context).then(
      (piano) => {
        this.#piano = piano;
        this.#setSamples('loaded');
      },
      () => this.#setSamples('failed'),
    );
  }

  #setSamples(samples: SampleState): void {
    this.#samples = samples;
    for (const user of this.#users) user.onSamples?.();
  }
}
