/** Keys and scales for takes: what the network is asked for, and the pitch classes of each. */
import { SCALES } from '../../music/scales';
import { t } from '../../texts/t';

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

const groups = [
  { scale: 'major', firstKey: 0 },
  { scale: 'minor', firstKey: 12 },
  { scale: 'pentatonic', firstKey: 0 },
] as const;

/** For networks that were not taught keys: each entry is a filter. */
export function keyOptions(): readonly KeyOption[] {
  return [anyKey(), ...keys()];
}

/** For networks that were. */
export function taughtKeyOptions(): readonly KeyOption[] {
  return [asLearnt(), ...keys()];
}

/** No filter. */
function anyKey(): KeyOption {
  return { value: 'any', text: t('compose.anyKey') };
}

/** No key asked for: each take has one drawn from the training pieces. */
function asLearnt(): KeyOption {
  return { value: 'any', text: t('compose.keyAsLearnt') };
}

function keys(): KeyOption[] {
  return groups.flatMap(({ scale, firstKey }) => {
    const group = t(`compose.${scale}`);
    return Array.from({ length: 12 }, (_, tonic) => ({
      value: `${tonic} ${scale}`,
      text: t(`compose.${scale}Key`, { tonic: String(tonic) }),
      group,
      key: firstKey + tonic,
      pitchClasses: SCALES[scale].map((step) => (tonic + step) % 12).sort((a, b) => a - b),
    }));
  });
}

/** Whether an entry is more than a key: a scale can only be had as a filter. */
export function isScale({ value }: KeyOption): boolean {
  return value.endsWith(' pentatonic');
}

/** @param key 0..23 @returns "A minor" */
export function keyName(key: number): string {
  return taughtEntry(key).text;
}

/** The key's entry; "As in the pieces" for none. */
export function taughtEntry(key: number | undefined): KeyOption {
  return keys().find((option) => option.key === key && !isScale(option)) ?? asLearnt();
}

/** The entry that allows exactly these pitch classes; "Any key" where there is none. */
export function keyOf(pitchClasses: readonly number[] | undefined): KeyOption {
  if (!pitchClasses) return anyKey();
  const wanted = pitchClasses.toSorted((a, b) => a - b).join();
  return keys().find((key) => key.pitchClasses?.join() === wanted) ?? anyKey();
}
