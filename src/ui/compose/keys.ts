/** Keys and scales for takes: what the network is asked for, and the pitch classes of each. */
import { SCALES } from '../../music/scales';

/** One entry of the select "Key". */
export interface KeyOption {
  value: string;
  text: string;
  group?: string;
  /**
   * Key that is asked of a network that was taught keys: 0 (C major) to 23 (B minor). Absent for none;
   * of a pentatonic scale, the major key on its tonic.
   */
  key?: number;
  /** 0 (C) to 11, in order; absent for all. */
  pitchClasses?: readonly number[];
}

/** By pitch class, spelled as the key is usually written. */
const MAJOR_TONICS = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];
const MINOR_TONICS = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'B♭', 'B'];

const groups = [
  { scale: 'major', group: 'Major', tonics: MAJOR_TONICS, firstKey: 0 },
  { scale: 'minor', group: 'Minor', tonics: MINOR_TONICS, firstKey: 12 },
  { scale: 'pentatonic', group: 'Pentatonic', tonics: MAJOR_TONICS, firstKey: 0 },
] as const;

/** No filter. */
const ANY_KEY: KeyOption = { value: 'any', text: 'Any key' };
/** No key asked for: each take has one drawn from the training pieces. */
const AS_LEARNT: KeyOption = { value: 'any', text: 'As the pieces have it' };

const keys: readonly KeyOption[] = groups.flatMap(({ scale, group, tonics, firstKey }) =>
  tonics.map((tonic, pitchClass) => ({
    value: `${pitchClass} ${scale}`,
    text: `${tonic} ${scale}`,
    group,
    key: firstKey + pitchClass,
    pitchClasses: SCALES[scale].map((step) => (pitchClass + step) % 12).sort((a, b) => a - b),
  })),
);

/** For networks that were not taught keys: each entry is a filter. */
export const keyOptions: readonly KeyOption[] = [ANY_KEY, ...keys];

/** For networks that were. */
export const taughtKeyOptions: readonly KeyOption[] = [AS_LEARNT, ...keys];

/** Whether an entry is more than a key: a scale can only be had as a filter. */
export function isScale({ group }: KeyOption): boolean {
  return group === 'Pentatonic';
}

/** @param key 0..23 @returns "A minor" */
export function keyName(key: number): string {
  return taughtEntry(key).text;
}

/** The key's entry; "As the pieces have it" for none. */
export function taughtEntry(key: number | undefined): KeyOption {
  return keys.find((option) => option.key === key && !isScale(option)) ?? AS_LEARNT;
}

/** The entry that allows exactly these pitch classes; "Any key" where there is none. */
export function keyOf(pitchClasses: readonly number[] | undefined): KeyOption {
  if (!pitchClasses) return ANY_KEY;
  const wanted = pitchClasses.toSorted((a, b) => a - b).join();
  return keyOptions.find((key) => key.pitchClasses?.join() === wanted) ?? ANY_KEY;
}
