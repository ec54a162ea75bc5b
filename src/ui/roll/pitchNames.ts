/** How pitches are named and which of them are black keys. */
import { t } from '../../texts/t';

const BLACK = [false, true, false, true, false, false, true, false, true, false, true, false];

/** "C4" for MIDI note 60; German has H for B, Spanish Do for C. */
export function pitchName(pitch: number): string {
  return `${t('roll.pitchClasses').split(' ')[pitch % 12]}${Math.floor(pitch / 12) - 1}`;
}

export function isBlackKey(pitch: number): boolean {
  return BLACK[pitch % 12];
}
