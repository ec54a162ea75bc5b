/** The way out: volume, limiter, and a meter at the end. */
type Tone = typeof import('tone');

/** Room for many notes at once before the limiter has to act, in decibels. */
const HEADROOM = -6;
/** Peak level that leaves, in decibels below full scale. */
const CEILING = -1;

export class AudioOutput {
  readonly input: InstanceType<Tone['Gain']>;
  readonly #volume: InstanceType<Tone['Gain']>;
  readonly #limiter: InstanceType<Tone['Limiter']>;
  readonly #meter: InstanceType<Tone['Analyser']>;

  constructor(tone: Tone) {
    this.input = new tone.Gain(tone.dbToGain(HEADROOM));
    this.#volume = new tone.Gain(1);
    this.#limiter = new tone.Limiter(CEILING);
    this.#meter = new tone.Analyser('waveform', 1024);
    this.input.chain(this.#volume, this.#limiter, tone.getDestination());
    this.#limiter.connect(this.#meter);
  }

  /** @param volume 0..1 as a fader stands; squared, so that half way sounds half as loud */
  setVolume(volume: number): void {
    this.#volume.gain.rampTo(volume ** 2, 0.03);
  }

  /** The highest sample of the last moment, 0..1. */
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
