/** What somebody played, as a song: in their tempo and meter, on the grid, from a bar line on. */
import { GRID_PPQ } from '../encoding/tickClasses';
import type { Note, PedalChange, Song, TimeSignature } from '../song';
import { ticksPerBar } from '../time';
import type { Meter } from '../typical';
import { SIXTEENTH } from './beatDivision';
import { habitualDelay } from './delay';
import { pairNotes } from './pairNotes';
import type { PlayedEvent } from './playedEvent';
import { quantise } from './quantise';

export interface PlayedMusic {
  /** Ordered by time, in milliseconds from the first beat on; negative during the count-in. */
  events: readonly PlayedEvent[];
  /** When playing ended: keys still down are let go. */
  end: number;
  meter: Meter;
  microsecondsPerQuarter: number;
}

/**
 * Notes of the count-in become an upbeat, in a bar of its own; silent bars before the first note
 * are left out.
 * @returns undefined where no key was struck
 */
export function playedSong(
  { events, end, meter, microsecondsPerQuarter }: PlayedMusic,
  title: string,
): Song | undefined {
  const played = pairNotes(events, end);
  if (played.length === 0) return undefined;
  const quarter = microsecondsPerQuarter / 1000;
  const ticksOf = (time: number): number => (time * GRID_PPQ) / quarter;
  const step = (quarter * SIXTEENTH) / GRID_PPQ;
  const delay = habitualDelay(
    played.map(({ start }) => start),
    step,
  );
  const notes = quantise(
    played.map((note) => ({ ...note, start: note.start - delay, end: note.end - delay })),
    { quarter, triplets: meter.denominator <= 4 },
  );
  const signature: TimeSignature = { tick: 0, ...meter };
  const bar = ticksPerBar(signature, GRID_PPQ);
  const start = Math.floor(notes[0].tick / bar) * bar;
  const pedal = pedalChanges(events, (time) => Math.round(ticksOf(time - delay)) - start);
  const moved = notes.map((note) => ({ ...note, tick: note.tick - start }));
  return {
    title,
    ppq: GRID_PPQ,
    tempos: [{ tick: 0, microsecondsPerQuarter }],
    timeSignatures: [signature],
    keySignatures: [],
    tracks: [{ name: 'Piano', channel: 0, program: 0, isDrum: false, notes: moved, pedal }],
  };
}

/** Moves of the pedal; one from before the song's start counts from its start on. */
function pedalChanges(
  events: readonly PlayedEvent[],
  tickOf: (time: number) => number,
): PedalChange[] {
  const changes: PedalChange[] = [];
  let isDown = false;
  for (const event of events) {
    if (event.kind !== 'pedal' || event.down === isDown) continue;
    isDown = event.down;
    changes.push({ tick: Math.max(0, tickOf(event.time)), down: isDown });
  }
  return changes;
}

/**
 * The notes so far as they were played, for the roll: on a fine grid, keys still down held until now.
 * @param quarter milliseconds
 */
export function playedSoFar(
  events: readonly PlayedEvent[],
  now: number,
  { ppq, quarter }: { ppq: number; quarter: number },
): Note[] {
  const tickOf = (time: number): number => Math.round((time * ppq) / quarter);
  return pairNotes(events, now).map(({ start, end, pitch, velocity }) => {
    // Notes of the count-in stand at the first bar line until they are on the grid.
    const tick = Math.max(0, tickOf(start));
    return { tick, duration: Math.max(1, tickOf(end) - tick), pitch, velocity };
  });
}
