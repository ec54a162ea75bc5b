/** Strokes and releases of keys to notes. */
import type { PlayedEvent, PlayedNote } from './playedEvent';

/** Shortest note, in milliseconds: a stroke and its release may carry the same time. */
const SHORTEST = 1;

/**
 * A key struck again while it is down ends its earlier note; a release without a stroke counts for
 * nothing; a key still down at the end is held until then.
 * @param events ordered by time
 * @param end milliseconds, on the clock of the events
 * @returns ordered by start
 */
export function pairNotes(events: readonly PlayedEvent[], end: number): PlayedNote[] {
  const notes: PlayedNote[] = [];
  const held = new Map<number, PlayedNote>();
  const release = (pitch: number, time: number): void => {
    const note = held.get(pitch);
    if (note) note.end = Math.max(note.start + SHORTEST, time);
    held.delete(pitch);
  };
  for (const event of events) {
    switch (event.kind) {
      case 'down': {
        const { time, pitch, velocity } = event;
        release(pitch, time);
        const note = { start: time, end: time + SHORTEST, pitch, velocity };
        held.set(pitch, note);
        notes.push(note);
        break;
      }
      case 'up':
        release(event.pitch, event.time);
        break;
      case 'pedal':
        break;
      default:
        event satisfies never;
    }
  }
  for (const pitch of [...held.keys()]) release(pitch, end);
  return notes;
}
