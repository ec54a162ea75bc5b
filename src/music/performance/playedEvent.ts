/** What a person does at a keyboard, as it comes from a MIDI port, the computer's keys or a pointer. */

export type PlayedEvent =
  | {
      kind: 'down';
      /** Milliseconds, on the clock of `performance.now()` or from the first beat on. */
      time: number;
      /** MIDI note number, 0..127. */
      pitch: number;
      /** MIDI note-on velocity, 1..127. */
      velocity: number;
    }
  | { kind: 'up'; time: number; pitch: number }
  /** The damper pedal (controller 64). */
  | { kind: 'pedal'; time: number; down: boolean };

/** A key from its stroke to its release. */
export interface PlayedNote {
  /** Milliseconds, as in the events. */
  start: number;
  /** Milliseconds; after `start`. */
  end: number;
  pitch: number;
  velocity: number;
}
