/** The voices: a synth, or a sampled piano once its samples have loaded, both from Tone.js. */
import { amplitudeOfVelocity } from './loudness';
import type { PianoSamples } from './pianoSamples';
import type { EndingVoices } from './sequencer';

type Tone = typeof import('tone');
type OutputNode = InstanceType<Tone['Gain']>;
type Instrument = InstanceType<Tone['Sampler']> | InstanceType<Tone['PolySynth']>;

/**
 * Voice limit, above what any piece needs. Tone drops notes beyond it (default: 32); its Sampler
 * has none.
 */
const MAX_POLYPHONY = 512;

/** Seconds in which the sound fades when playing is broken off. */
const CUT_FADE = 0.08;
/**
 * Milliseconds for which a silenced synth lives on: Tone disconnects its oscillators from it when they
 * have ended, which is an error once the synth is disposed of.
 */
const SYNTH_AFTERLIFE = 3000;

const NOTE_NAMES = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];

/** "C4" for MIDI note 60, a form that Tone's synths and samplers both read. */
function toneNote(pitch: number): string {
  return `${NOTE_NAMES[pitch % 12]}${Math.floor(pitch / 12) - 1}`;
}

/**
 * The voices of one stretch of playback. A pause or a jump ends them all and the next stretch
 * has new ones: scheduled notes cannot be cancelled one by one.
 */
export class ToneVoices implements EndingVoices {
  readonly #tone: Tone;
  readonly #samples: () => PianoSamples | undefined;
  readonly #gate: OutputNode;
  readonly #held = new Map<number, Instrument>();
  #synth: InstanceType<Tone['PolySynth']> | undefined;
  #sampler: InstanceType<Tone['Sampler']> | undefined;

  /** @param samples called at each note, so that the piano replaces the synth once it has loaded */
  constructor(tone: Tone, samples: () => PianoSamples | undefined, output: OutputNode) {
    this.#tone = tone;
    this.#samples = samples;
    this.#gate = new tone.Gain(1).connect(output);
  }

  attack(pitch: number, velocity: number, time: number): void {
    const instrument = this.#instrument();
    instrument.triggerAttack(toneNote(pitch), time, amplitudeOfVelocity(velocity));
    this.#held.set(pitch, instrument);
  }

  release(pitch: number, time: number): void {
    this.#held.get(pitch)?.triggerRelease(toneNote(pitch), time);
    this.#held.delete(pitch);
  }

  /** Silences all notes, scheduled ones included, and disposes of the voices. */
  cut(): void {
    this.#gate.gain.rampTo(0, CUT_FADE, this.#tone.immediate());
    setTimeout(() => this.dispose(), this.#synth ? SYNTH_AFTERLIFE : CUT_FADE * 4000);
  }

  dispose(): void {
    this.#synth?.dispose();
    this.#sampler?.dispose();
    this.#gate.dispose();
  }

  #instrument(): Instrument {
    const samples = this.#samples();
    if (!samples) {
      this.#synth ??= this.#openSynth();
      return this.#synth;
    }
    // A damper needs a moment to fall.
    this.#sampler ??= new this.#tone.Sampler({ urls: samples, release: 0.35 }).connect(this.#gate);
    return this.#sampler;
  }

  #openSynth(): InstanceType<Tone['PolySynth']> {
    const synth = new this.#tone.PolySynth(this.#tone.Synth, {
      oscillator: { type: 'fatcustom', partials: [1, 0.35, 0.18, 0.05, 0.03], count: 2, spread: 6 },
      envelope: { attack: 0.004, decay: 1.6, sustain: 0.08, release: 0.4 },
      volume: -12,
    });
    synth.maxPolyphony = MAX_POLYPHONY;
    return synth.connect(this.#gate);
  }
}
