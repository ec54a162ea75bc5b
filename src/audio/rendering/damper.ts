/** Amplitude of a note after its release, as Tone's sampler shapes it. */

/** Seconds in which the damper falls. */
export const DAMPING = 0.35;
/** Time constant of the decay in seconds (Tone.js, `Param.exponentialApproachValueAtTime`). */
const TIME_CONSTANT = Math.log(DAMPING + 1) / Math.log(200);
/** Share of the damping after which the decay becomes a straight line to zero. */
export const STRAIGHT_FROM = 0.9;

/** Share of the amplitude that is left `seconds` after the release, 0..1. */
export function damped(seconds: number): number {
  const bend = STRAIGHT_FROM * DAMPING;
  if (seconds <= 0) return 1;
  if (seconds >= DAMPING) return 0;
  if (seconds <= bend) return Math.exp(-seconds / TIME_CONSTANT);
  return (Math.exp(-bend / TIME_CONSTANT) * (DAMPING - seconds)) / (DAMPING - bend);
}

/** Share of the amplitude that is left after each frame, before the straight end. */
export function decayPerFrame(sampleRate: number): number {
  return Math.exp(-1 / (TIME_CONSTANT * sampleRate));
}
