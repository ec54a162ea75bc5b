/** Failures of a run that are not the person's to mend: what kind they are decides what helps. */

/** The loss or the weights are no longer finite numbers. */
export class DivergedError extends Error {}

/** The engine failed or was taken away: a lost graphics context, a lost thread, no memory. */
export class EngineError extends Error {}

/** How a fault is called between threads, where classes do not survive. */
export type Fault = 'diverged' | 'engine';

/** @returns undefined for an error that trying again cannot mend */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof DivergedError) return 'diverged';
  return error instanceof EngineError ? 'engine' : undefined;
}
