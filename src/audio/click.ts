/** The sound of the metronome. */
type Tone = typeof import('tone');

const ACCENT = 'A6';
const BEAT = 'E6';
/** Seconds. */
const LENGTH = 0.02;
/**
 * Milliseconds from the last sound to the end of the synth: each beat has an oscillator, which Tone
 * disconnects from the synth when it has ended, and an earlier end of the synth is an error there.
 */
const AFTERLIFE = 3000;

export class Click {
  readonly #synth: InstanceType<Tone['Synth']>;

  constructor(tone: Tone, output: InstanceType<Tone['Gain']>) {
    this.#synth = new tone.Synth({
      oscillator: { type: 'triangle' },
      envelope: { attack: 0.001, decay: 0.04, sustain: 0, release: 0.02 },
      volume: -10,
    }).connect(output);
  }

  /** @param time seconds on the audio clock */
  strike(time: number, accent: boolean): void {
    this.#synth.triggerAttackRelease(accent ? ACCENT : BEAT, LENGTH, time, accent ? 1 : 0.6);
  }

  /** Ends it, beats already handed over included. */
  dispose(): void {
    this.#synth.disconnect();
    setTimeout(() => this.#synth.dispose(), AFTERLIFE);
  }
}
