/** Recoverable failures of a run, by kind, so that the right recovery is chosen. */

/** The loss or the weights are no longer finite numbers. */
export class DivergedError extends Error {}

/** The engine failed or was lost: a lost graphics context, a lost thread, no memory. */
export class EngineError extends Error {}

/** Name of a fault in messages between threads, which drop classes. */
export type Fault = 'diverged' | 'engine';

/** @returns undefined for an error that a retry cannot fix */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof DivergedError) return 'diverged';
  return error instanceof EngineError ? 'engine' : undefined;
}
