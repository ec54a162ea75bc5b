/** One step of a run, as logged and shown. */

export interface StepRecord {
  /** From 1, over the whole run. */
  step: number;
  totalSteps: number;
  /** From 1. */
  epoch: number;
  /** From 1, within the epoch. */
  batch: number;
  batches: number;
  /** Mean over the batch, nats per note, dropout on. */
  loss: number;
}

/** Speed of a run. Default: unknown (before the second step). */
export interface Pace {
  notesPerSecond?: number;
  secondsLeft?: number;
}
