/** What a stand-in for a MIDI device would sound, from the messages that it was sent. */
import type { StandInOutput } from './standInMidi';

const NOTE_ON = 0x90;
const NOTE_OFF = 0x80;
const CONTROL_CHANGE = 0xb0;
const ALL_NOTES_OFF = 123;

/** Pitches in ascending order. @param time milliseconds, as `performance.now()` */
export function soundingPitches({ sent }: StandInOutput, time: number): number[] {
  const due = sent.filter(({ at = 0 }) => at <= time);
  const held = new Set<number>();
  for (const { data } of due.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    const [status, first] = data;
    if (status === NOTE_ON) held.add(first);
    else if (status === NOTE_OFF) held.delete(first);
    else if (status === CONTROL_CHANGE && first === ALL_NOTES_OFF) held.clear();
  }
  return [...held].sort((a, b) => a - b);
}
