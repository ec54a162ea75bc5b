/** The fields "Key" and "Only notes of this key", and the settings that they stand for. */
import type { ComposeSettings } from '../../model/composing/contract';
import { isScale, type KeyOption, keyOf, keyOptions, taughtEntry, taughtKeyOptions } from './keys';

type KeySettings = Pick<ComposeSettings, 'key' | 'pitchClasses'>;

interface KeyChoice {
  option: KeyOption;
  options: readonly KeyOption[];
  /** Whether notes outside of the key are kept out; absent where that is all a key can do. */
  strict?: boolean;
  /** Whether `strict` can be chosen: there is a key, and it is no scale. */
  canChooseStrict: boolean;
}

/** @param taught whether the network knows keys; to others a key is a filter */
export function keyChoice({ key, pitchClasses }: KeySettings, taught: boolean): KeyChoice {
  const filter = keyOf(pitchClasses);
  if (!taught) return { option: filter, options: keyOptions(), canChooseStrict: false };
  const strict = filter.pitchClasses !== undefined;
  const option = strict ? filter : taughtEntry(key);
  const canChooseStrict = option.key !== undefined && !isScale(option);
  return { option, options: taughtKeyOptions(), strict, canChooseStrict };
}

/** The settings once another entry is chosen; a filter stays on. */
export function withKey(settings: KeySettings, taught: boolean, value: string): KeySettings {
  const option = keyOptions().find((entry) => entry.value === value);
  const { strict, option: before } = keyChoice(settings, taught);
  // A scale's filter comes and goes with the scale.
  const filtered = !taught || (strict && !isScale(before)) || (option && isScale(option));
  return { key: option?.key, pitchClasses: filtered ? option?.pitchClasses : undefined };
}

/** The settings once the filter of the chosen key is switched on or off. */
export function withStrict(settings: KeySettings, strict: boolean): KeySettings {
  const { option } = keyChoice(settings, true);
  return { key: option.key, pitchClasses: strict ? option.pitchClasses : undefined };
}
