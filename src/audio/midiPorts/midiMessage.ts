/** Messages of a MIDI port: those of a keyboard read, those of a score written. */
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { DRUM_CHANNEL } from '../../music/song';

/** Upper four bits of a status byte. MIDI 1.0 Detailed Specification, table 1. */
const NOTE_OFF = 0x80;
const NOTE_ON = 0x90;
const CONTROL_CHANGE = 0xb0;

const DAMPER_PEDAL = 64;
const ALL_NOTES_OFF = 123;
/** Lowest value of a pedal that is down. */
const PEDAL_DOWN = 64;
const RELEASE_VELOCITY = 64;

/**
 * The key or pedal that a message moves; undefined for every other one, and for percussion, which
 * is no key of a piano.
 * @param time milliseconds
 */
export function readMessage(data: Uint8Array, time: number): PlayedEvent | undefined {
  const [status, first, second] = data;
  if (data.length < 3 || (status & 0x0f) === DRUM_CHANNEL) return undefined;
  switch (status & 0xf0) {
    case NOTE_ON:
      return second > 0
        ? { kind: 'down', time, pitch: first, velocity: second }
        : { kind: 'up', time, pitch: first };
    case NOTE_OFF:
      return { kind: 'up', time, pitch: first };
    case CONTROL_CHANGE:
      return first === DAMPER_PEDAL
        ? { kind: 'pedal', time, down: second >= PEDAL_DOWN }
        : undefined;
    default:
      return undefined;
  }
}

/** Messages for channel 1, on which every instrument listens. */
export const messages = {
  noteOn: (pitch: number, velocity: number): number[] => [NOTE_ON, pitch, velocity],
  noteOff: (pitch: number): number[] => [NOTE_OFF, pitch, RELEASE_VELOCITY],
  pedalUp: [CONTROL_CHANGE, DAMPER_PEDAL, 0],
  allNotesOff: [CONTROL_CHANGE, ALL_NOTES_OFF, 0],
} as const;
