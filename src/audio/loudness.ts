/** Amplitude by MIDI velocity. */
import { clamp } from '../lib/clamp';

/** Range from velocity 1 to velocity 127, in decibels. */
const DYNAMIC_RANGE = 40;

/**
 * The amplitude, 0..1, of a note-on velocity 1..127: the square law a = (m v + b)^2 that real
 * instruments follow closely, through 1 at velocity 127 and -40 dB at velocity 1.
 * R. B. Dannenberg, "The Interpretation of MIDI Velocity", ICMC 2006.
 */
export function amplitudeOfVelocity(velocity: number): number {
  const ratio = 10 ** (DYNAMIC_RANGE / 20);
  const b = 127 / (126 * Math.sqrt(ratio)) - 1 / 126;
  const m = (1 - b) / 127;
  return (m * clamp(velocity, 1, 127) + b) ** 2;
}
