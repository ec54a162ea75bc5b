/** What the player would play, as a list: every key stroke with its release. */
import { Sequencer } from '../sequencer';
import type { TimedNotes } from '../timedNotes';

export interface Strike {
  /** MIDI note number. */
  pitch: number;
  /** 1..127. */
  velocity: number;
  /** Seconds from the start of the file. */
  attack: number;
  /** Seconds; the damper falls from here on. */
  release: number;
}

/**
 * The strokes of a score from where its music begins, ordered by onset, from the sequencer that
 * playback uses.
 * @param speed share of the written tempo
 */
export function strikesOf(notes: TimedNotes, speed: number): Strike[] {
  const strikes: Strike[] = [];
  const held = new Map<number, Strike>();
  const voices = {
    attack: (pitch: number, velocity: number, time: number): void => {
      const strike = { pitch, velocity, attack: time, release: Number.POSITIVE_INFINITY };
      strikes.push(strike);
      held.set(pitch, strike);
    },
    release: (pitch: number, time: number): void => {
      const strike = held.get(pitch);
      if (strike) strike.release = time;
      held.delete(pitch);
    },
  };
  const at = { position: notes.start, time: 0 };
  const sequencer = new Sequencer(notes, voices, { ...at, speed, loop: false });
  sequencer.advance(0, Number.MAX_VALUE);
  return strikes;
}
