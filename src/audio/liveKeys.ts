/** Keys that somebody plays now, with the damper pedal. It knows nothing of Web Audio. */
import type { Voices } from './sequencer';

export class LiveKeys {
  readonly #voices: Voices;
  readonly #now: () => number;
  readonly #held = new Set<number>();
  /** Keys let go while the pedal is down. */
  readonly #ringing = new Set<number>();
  #pedal = false;

  /** @param now seconds, on the clock of the voices */
  constructor(voices: Voices, now: () => number) {
    this.#voices = voices;
    this.#now = now;
  }

  /** @param velocity 1..127 */
  down(pitch: number, velocity: number): void {
    const time = this.#now();
    if (this.#held.has(pitch) || this.#ringing.delete(pitch)) this.#voices.release(pitch, time);
    this.#held.add(pitch);
    this.#voices.attack(pitch, velocity, time);
  }

  up(pitch: number): void {
    if (!this.#held.delete(pitch)) return;
    if (this.#pedal) this.#ringing.add(pitch);
    else this.#voices.release(pitch, this.#now());
  }

  pedal(down: boolean): void {
    this.#pedal = down;
    if (down) return;
    for (const pitch of this.#ringing) this.#voices.release(pitch, this.#now());
    this.#ringing.clear();
  }

  allUp(): void {
    this.pedal(false);
    for (const pitch of [...this.#held]) this.up(pitch);
  }
}
