/** Voices on a MIDI device: messages carry the time at which they are to sound. */
import type { EndingVoices } from '../sequencer';
import { messages } from './midiMessage';

/** Milliseconds after the last scheduled message at which the device is silenced again. */
const AFTER_LAST = 1;

/** The part of a port that is used. */
export type MidiReceiver = Pick<MIDIOutput, 'send' | 'state'>;

export class MidiVoices implements EndingVoices {
  readonly #port: MidiReceiver;
  readonly #pageTime: (audioTime: number) => number;
  readonly #onPort: Set<MidiVoices>;
  /** When each key struck here is let go, in page time; `Infinity` while that is not known. */
  readonly #releases = new Map<number, number>();
  /** Page time of the last scheduled message. */
  #last = 0;

  /**
   * @param pageTime from seconds on the audio clock to milliseconds, as `performance.now()`
   * @param onPort all voices on that port, which these join until they end. Default: no others
   */
  constructor(
    port: MidiReceiver,
    pageTime: (audioTime: number) => number,
    onPort = new Set<MidiVoices>(),
  ) {
    this.#port = port;
    this.#pageTime = pageTime;
    this.#onPort = onPort.add(this);
  }

  attack(pitch: number, velocity: number, time: number): void {
    this.#send(messages.noteOn(pitch, velocity), this.#pageTime(time));
    this.#releases.set(pitch, Number.POSITIVE_INFINITY);
  }

  release(pitch: number, time: number): void {
    const at = this.#pageTime(time);
    this.#send(messages.noteOff(pitch), at);
    this.#releases.set(pitch, at);
  }

  /**
   * All notes off, at once and once more after the messages that the device has been given ahead
   * of time: browsers cannot take those back. Keys that other voices hold sound on.
   */
  cut(): void {
    const now = performance.now();
    this.#onPort.delete(this);
    this.#silence(now, now);
    if (this.#last > now) this.#silence(now, this.#last + AFTER_LAST);
    this.#releases.clear();
  }

  /** Everything was released: nothing is left to end. */
  dispose(): void {
    this.#onPort.delete(this);
  }

  #holdsAt(time: number): boolean {
    return [...this.#releases.values()].some((release) => release > time);
  }

  #silence(now: number, at: number): void {
    for (const [pitch, release] of this.#releases) {
      if (release > now) this.#send(messages.noteOff(pitch), at);
    }
    this.#send(messages.pedalUp, at);
    // The message knows no voices.
    if ([...this.#onPort].some((others) => others.#holdsAt(now))) return;
    this.#send(messages.allNotesOff, at);
  }

  #send(message: readonly number[], at: number): void {
    // An unplugged device would throw.
    if (this.#port.state !== 'connected') return;
    this.#port.send([...message], at);
    this.#last = Math.max(this.#last, at);
  }
}
