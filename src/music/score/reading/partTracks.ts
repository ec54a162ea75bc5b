/** What one part plays, as tracks of the song. */
import { cleanName } from '../../../lib/textEncoding';
import { compareNotes, type Note, type PedalChange, type Track } from '../../song';
import type { MeasureContent } from './measureContent';
import type { PartInfo } from './partInfo';
import type { Played } from './playedMeasures';
import { Ties } from './ties';
import type { Velocities } from './velocities';

/** One track for each staff that has notes, and one for unpitched notes. */
export function tracksOf(
  contents: readonly MeasureContent[],
  played: readonly Played[],
  { name, program }: Pick<PartInfo, 'name' | 'program'>,
  velocities: Velocities,
): Omit<Track, 'channel'>[] {
  const staves = new Map<number, Note[]>();
  const drums: Note[] = [];
  const ties = new Ties();
  const pedal: PedalChange[] = [];
  for (const { index, tick } of played) {
    const content = contents[index];
    if (!content) continue;
    for (const change of content.pedal) pedal.push({ tick: tick + change.at, down: change.down });
    for (const note of content.notes.toSorted((a, b) => a.at - b.at)) {
      const own: Note = {
        tick: Math.max(0, tick + note.at),
        duration: Math.max(1, note.duration),
        pitch: note.pitch,
        velocity: note.velocity ?? velocities.at(index, note),
      };
      if (!ties.join(note, own)) addTo(note.isDrum ? drums : staffOf(staves, note.staff), own);
    }
  }
  const tracks = [...staves]
    .sort(([a], [b]) => a - b)
    .map(([staff, notes]) => ({
      name: staves.size > 1 ? cleanName(`${name} ${staff}`) : name,
      program,
      isDrum: false,
      notes: notes.sort(compareNotes),
      pedal: pedal.toSorted((a, b) => a.tick - b.tick),
    }));
  if (drums.length === 0) return tracks;
  const percussion = { name, program: 0, isDrum: true, notes: drums.sort(compareNotes), pedal: [] };
  return [...tracks, percussion];
}

function staffOf(staves: Map<number, Note[]>, staff: number): Note[] {
  const known = staves.get(staff);
  if (known) return known;
  const notes: Note[] = [];
  staves.set(staff, notes);
  return notes;
}

function addTo(notes: Note[], note: Note): void {
  notes.push(note);
}
