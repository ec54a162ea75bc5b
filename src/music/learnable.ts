/** Notes that an encoding keeps: those on the keys of a piano. */
import { KEYS, LOWEST_KEY } from './encoding/melody';
import type { PackedSong } from './packedSong';

const NOTE_FIELDS = 4;
const PITCH = 2;

/** The number of notes that are neither percussion nor outside the 88 keys. */
export function countLearnableNotes({ tracks }: PackedSong): number {
  let count = 0;
  for (const { notes, isDrum } of tracks) {
    if (isDrum) continue;
    for (let at = PITCH; at < notes.length; at += NOTE_FIELDS) {
      if (notes[at] >= LOWEST_KEY && notes[at] < LOWEST_KEY + KEYS) count++;
    }
  }
  return count;
}
