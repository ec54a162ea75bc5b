/**
 * Sliding window of the published network at one cell step per key. Training reads a window of
 * `time` keys from a state of zeros. Reading the window again for every key would cost `time`
 * steps, so two states alternate: each starts from zeros, reads `time` keys while inactive, and
 * then is active until the other has read as many. The active state has read between one and two
 * windows.
 */
import type { CellWeights, LstmCell, MakeCell } from '../../engine/lstm/cell';
import { PITCH_FEATURES, pitchFeatures } from './pitchFeatures';

const FEATURES = pitchFeatures();

export class DualWindowState {
  readonly #cell: LstmCell;
  readonly #time: number;
  readonly #input: Float32Array<ArrayBuffer>;
  /** Index of the active state of each take, 0 or 1. */
  #active = 0;
  /** Keys read by the inactive state. */
  #otherHeard = 0;

  /** Starts after a whole window of silence, as at the start of a piece. */
  constructor(weights: CellWeights, takes: number, time: number, makeCell: MakeCell) {
    this.#cell = makeCell(weights, 2 * takes);
    this.#time = time;
    this.#input = new Float32Array(2 * takes * PITCH_FEATURES);
    for (let step = 0; step < time; step++) this.#cell.step(this.#input);
    this.#reset(1);
  }

  /** The active state of one take, `[units]`; valid until the next `step`. */
  state(take: number): Float32Array {
    const { hidden, units } = this.#cell;
    const voice = 2 * take + this.#active;
    return hidden.subarray(voice * units, (voice + 1) * units);
  }

  /** @param keys next key of each take, from 0 */
  step(keys: readonly number[]): void {
    keys.forEach((key, take) => {
      const features = FEATURES.subarray(key * PITCH_FEATURES, (key + 1) * PITCH_FEATURES);
      this.#input.set(features, 2 * take * PITCH_FEATURES);
      this.#input.set(features, (2 * take + 1) * PITCH_FEATURES);
    });
    this.#cell.step(this.#input);
    this.#otherHeard++;
    if (this.#otherHeard < this.#time) return;
    this.#reset(this.#active);
    this.#active = 1 - this.#active;
    this.#otherHeard = 0;
  }

  dispose(): void {
    this.#cell.dispose();
  }

  #reset(listener: number): void {
    for (let voice = listener; voice < this.#cell.voices; voice += 2) this.#cell.reset(voice);
  }
}
