/** How pitches are named and which of them are black keys. */
import { spell } from '../../music/score/spelling';
import { t } from '../../texts/t';

const BLACK = [false, true, false, true, false, false, true, false, true, false, true, false];

const STEPS = 'FCGDAEB';
/** Semitones by which the first name of the text lowers its step. */
const LOWEST_ALTER = -2;

/**
 * "C4" for MIDI note 60; "B♭3" or "A♯3" for 58, as the key has it. German has H for B, Spanish Do
 * for C.
 * @param fifths of the key signature. Default: none, which takes the usual one of each pair
 */
export function pitchName(pitch: number, fifths = 0): string {
  const { step, alter, octave } = spell(pitch, fifths);
  const names = t('roll.pitchNames').split(' ');
  return `${names[STEPS.indexOf(step) + (alter - LOWEST_ALTER) * STEPS.length]}${octave}`;
}

export function isBlackKey(pitch: number): boolean {
  return BLACK[pitch % 12];
}
