/** Names and descriptions of the presets, in the language in use. */
import type { TextKey } from '../texts/catalogue';
import { t } from '../texts/t';
import type { PresetId } from './preset';

const titles = {
  seed: 'models.titleClassic',
  'form-small': 'models.titleStudioSmall',
  'form-medium': 'models.titleStudioMedium',
  'form-large': 'models.titleStudioLarge',
  'studio-small': 'models.titleFirstSmall',
  'studio-medium': 'models.titleFirstMedium',
  'studio-large': 'models.titleFirstLarge',
} as const satisfies Record<PresetId, TextKey>;

const descriptions = {
  seed: 'models.aboutClassic',
  'form-small': 'models.aboutStudioSmall',
  'form-medium': 'models.aboutStudioMedium',
  'form-large': 'models.aboutStudioLarge',
  'studio-small': 'models.aboutFirst',
  'studio-medium': 'models.aboutFirst',
  'studio-large': 'models.aboutFirst',
} as const satisfies Record<PresetId, TextKey>;

export function presetTitle(id: PresetId): string {
  return t(titles[id]);
}

/** The title without its remark in parentheses. */
export function presetName(id: PresetId): string {
  const [name] = presetTitle(id).split(' (');
  return name;
}

/** What the preset is good for, in a sentence or two. */
export function presetDescription(id: PresetId): string {
  return t(descriptions[id]);
}
