/**
 * The loss curve's data, outside React: steps arrive many times a second, so they are appended to
 * plain arrays and the chart draws them once per animation frame.
 */

import type { EpochRecord } from '../../training/checkpoint';

export interface LossPoint {
  /** Epochs since the start of the run, with the fraction of the current one. */
  x: number;
  /** Nats per note. */
  y: number;
}

/** The points of single steps, to be stored; the epochs' points follow from the epoch log. */
export interface LossCurveData {
  points: LossPoint[];
  /** Every `stride`-th step has a point. */
  stride: number;
  /** Steps that were counted. */
  seen: number;
}

/** Maximum number of step points; more are thinned evenly, since a chart has no pixels for them. */
const MAXIMUM_POINTS = 2000;

export class LossPoints {
  /** One point per step, thinned evenly above the maximum. */
  readonly steps: LossPoint[] = [];
  readonly training: LossPoint[] = [];
  readonly validation: LossPoint[] = [];
  /** Keeps every `#stride`-th step. */
  #stride = 1;
  #seen = 0;
  readonly #listeners = new Set<() => void>();

  addStep(x: number, loss: number): void {
    if (this.#seen++ % this.#stride === 0) this.steps.push({ x, y: loss });
    if (this.steps.length > MAXIMUM_POINTS) this.#thin();
    this.#changed();
  }

  addEpoch(epoch: number, trainingLoss: number, validationLoss: number | undefined): void {
    this.training.push({ x: epoch, y: trainingLoss });
    if (validationLoss !== undefined) this.validation.push({ x: epoch, y: validationLoss });
    this.#changed();
  }

  clear(): void {
    this.restore({ points: [], stride: 1, seen: 0 }, []);
  }

  snapshot(): LossCurveData {
    return { points: [...this.steps], stride: this.#stride, seen: this.#seen };
  }

  /** Restores a stored curve; further steps continue it. */
  restore({ points, stride, seen }: LossCurveData, history: readonly EpochRecord[]): void {
    this.steps.splice(0, Infinity, ...points);
    this.training.length = 0;
    this.validation.length = 0;
    this.#stride = stride;
    this.#seen = seen;
    for (const { epoch, trainingLoss, validationLoss } of history) {
      this.addEpoch(epoch, trainingLoss, validationLoss);
    }
    this.#changed();
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #thin(): void {
    for (let i = 0; 2 * i < this.steps.length; i++) this.steps[i] = this.steps[2 * i];
    this.steps.length = Math.ceil(this.steps.length / 2);
    this.#stride *= 2;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
