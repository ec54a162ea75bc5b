/**
 * Spells pitches by the line of fifths (Temperley 2001, chapter 5): each pitch class takes the
 * place nearest to the middle of its key; a note outside of the key that a semitone step follows
 * is spelled as the neighbour of the next one.
 */
import type { Spelling } from './score';

const STEPS = ['F', 'C', 'G', 'D', 'A', 'E', 'B'] as const;
/** Place of each pitch class on the line of fifths around D, from A flat to C sharp. */
const PITCH_CLASSES = 12;
/** Semitones above C of the natural notes, in the order of `STEPS`. */
const SEMITONES = [5, 0, 7, 2, 9, 4, 11];
/** From the signature's place to the middle of its key, rather sharp than flat. */
const MIDDLE = 2.5;

/** @param fifths of the key signature @param next pitch of the note after it in its voice */
export function spell(pitch: number, fifths: number, next?: number): Spelling {
  const place = nearestPlace(pitch, fifths + MIDDLE);
  const inKey = place >= fifths - 1 && place <= fifths + 5;
  if (!inKey && next !== undefined && Math.abs(next - pitch) === 1) {
    const target = nearestPlace(next, fifths + MIDDLE);
    // Seven fifths up: sharp. A step up the scale is two fifths up or five down.
    const neighbour = next > pitch ? target + 5 : target - 5;
    const spelled = spellPlace(pitch, neighbour);
    if (Math.abs(spelled.alter) <= 1) return spelled;
  }
  return spellPlace(pitch, place);
}

/** Place on the line of fifths (C is 0, G 1, F -1) of this pitch, nearest to `middle`. */
function nearestPlace(pitch: number, middle: number): number {
  const place = (pitch * 7) % PITCH_CLASSES;
  return place + Math.round((middle - place) / PITCH_CLASSES) * PITCH_CLASSES;
}

function spellPlace(pitch: number, place: number): Spelling {
  const fromF = place + 1;
  const index = ((fromF % 7) + 7) % 7;
  const alter = Math.floor(fromF / 7);
  const natural = pitch - alter;
  const octave = Math.floor((natural - SEMITONES[index]) / PITCH_CLASSES) - 1;
  return { step: STEPS[index], alter, octave };
}
