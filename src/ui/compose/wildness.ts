/** The slider "Safe – wild": temperatures and top-p as one number, 0 (safe) to 1 (wild). */
import { clamp } from '../../lib/clamp';
import type { ComposeSettings } from '../../model/composing/contract';
import { t } from '../../texts/t';

type Drawing = Pick<ComposeSettings, 'temperature' | 'rhythmTemperature' | 'topP'>;

/** Values at either end; the settings of a new page lie in the middle. */
const SAFE: Drawing = { temperature: 0.6, rhythmTemperature: 0.8, topP: 0.82 };
const WILD: Drawing = { temperature: 1.2, rhythmTemperature: 1.2, topP: 0.98 };
/** Decimals of the sliders under "Advanced", and of this one. */
const DIGITS = 2;
const PLACE_DIGITS = 1;

export const wildnessRange = { minimum: 0, maximum: 1, step: 0.1 };

const WORDS = [
  'compose.safe',
  'compose.ratherSafe',
  'compose.balanced',
  'compose.ratherWild',
  'compose.wild',
] as const;

/** The settings for a place of the slider. */
export function drawingOf(wildness: number): Drawing {
  const between = (name: keyof Drawing): number =>
    Number((SAFE[name] + wildness * (WILD[name] - SAFE[name])).toFixed(DIGITS));
  return {
    temperature: between('temperature'),
    rhythmTemperature: between('rhythmTemperature'),
    topP: between('topP'),
  };
}

/** The place of the slider, by temperature alone: the nearest one. */
export function wildnessOf({ temperature }: Pick<Drawing, 'temperature'>): number {
  const share = (temperature - SAFE.temperature) / (WILD.temperature - SAFE.temperature);
  return clamp(Number(share.toFixed(PLACE_DIGITS)), 0, 1);
}

/** "Balanced"; "Custom" where the three settings are not those of a place. */
export function wildnessText(settings: Drawing): string {
  const wildness = wildnessOf(settings);
  const { rhythmTemperature, topP, temperature } = drawingOf(wildness);
  const isPlace =
    temperature === settings.temperature &&
    rhythmTemperature === settings.rhythmTemperature &&
    topP === settings.topP;
  return t(isPlace ? WORDS[Math.round(wildness * (WORDS.length - 1))] : 'compose.customWildness');
}
