/** The output chain: volume, limiter, meter. */
import { LIMITER_THRESHOLD, OUTPUT_GAIN } from './limiter';

type Tone = typeof import('tone');

export class AudioOutput {
  readonly input: InstanceType<Tone['Gain']>;
  readonly #volume: InstanceType<Tone['Gain']>;
  readonly #limiter: InstanceType<Tone['Limiter']>;
  readonly #meter: InstanceType<Tone['Analyser']>;

  constructor(tone: Tone) {
    this.input = new tone.Gain(tone.dbToGain(OUTPUT_GAIN));
    this.#volume = new tone.Gain(1);
    this.#limiter = new tone.Limiter(LIMITER_THRESHOLD);
    this.#meter = new tone.Analyser('waveform', 1024);
    this.input.chain(this.#volume, this.#limiter, tone.getDestination());
    this.#limiter.connect(this.#meter);
  }

  /** @param volume 0..1, position of a fader; squared, so that 0.5 sounds half as loud */
  setVolume(volume: number): void {
    this.#volume.gain.rampTo(volume ** 2, 0.03);
  }

  /** Recent peak, 0..1. */
  level(): number {
    const samples = this.#meter.getValue();
    let peak = 0;
    for (const sample of Array.isArray(samples) ? samples[0] : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  dispose(): void {
    for (const node of [this.input, this.#volume, this.#limiter, this.#meter]) node.dispose();
  }
}
