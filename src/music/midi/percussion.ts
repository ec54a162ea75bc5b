/**
 * When a channel is percussion: by part modes, and by banks of sounds. Sources: MIDI Association,
 * General MIDI System Level 2; Yamaha, XG Specifications 1.35, "Bank Select".
 */
import type { Standard } from './exclusive';
import type { VoiceChange } from './trackContent';

/** A channel becomes one of percussion, or ceases to be one. */
export interface DrumChange {
  tick: number;
  isDrum: boolean;
}

/** Banks of percussion and of melodic sounds in General MIDI 2, of percussion in XG. */
const GM2_DRUMS = 120;
const GM2_MELODIC = 121;
const XG_EFFECTS = 126;
const XG_DRUMS = 127;

/**
 * The changes of one channel, ordered by tick; none where it stays what it is by default. Where a
 * bank began percussion, any other bank ends it.
 * @param voices ordered by tick
 * @param standards those that the file switches on
 * @param byDefault whether the channel is percussion where nothing is said
 */
export function drumChanges(
  voices: readonly VoiceChange[],
  standards: ReadonlySet<Standard>,
  byDefault: boolean,
): DrumChange[] {
  const changes: DrumChange[] = [];
  let bank: number | undefined;
  let isByBank = false;
  const change = (tick: number, isDrum: boolean, byBank: boolean): void => {
    changes.push({ tick, isDrum });
    isByBank = byBank;
  };
  for (const voice of voices) {
    const { tick, kind } = voice;
    if (kind === 'bank') bank = voice.bank;
    else if (kind === 'drums') change(tick, voice.isDrum, false);
    else if (kind === 'reset') {
      bank = undefined;
      change(tick, byDefault, false);
    } else if (bank !== undefined) {
      const isDrum = isDrumBank(bank, standards);
      if (isDrum !== undefined) change(tick, isDrum, isDrum);
      else if (isByBank) change(tick, byDefault, false);
    }
  }
  return changes.every(({ isDrum }) => isDrum === byDefault) ? [] : changes;
}

/** @returns undefined where the bank, its upper byte, says nothing of percussion */
function isDrumBank(bank: number, standards: ReadonlySet<Standard>): boolean | undefined {
  if (bank === GM2_DRUMS) return true;
  if (bank === GM2_MELODIC) return false;
  if (bank === XG_EFFECTS) return standards.has('xg') ? true : undefined;
  // In GS the same bank holds melodic sounds, and General MIDI 1 has no banks.
  if (bank === XG_DRUMS) return standards.size === 0 || standards.has('xg') ? true : undefined;
  return undefined;
}
