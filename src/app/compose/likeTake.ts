/** "More like this": settings and opening of a take once more, with the next seeds of the page. */
import type { ComposeSettings } from '../../model/composing/contract';
import { type PresetId, presets } from '../../model/preset';
import type { PromptChoice } from './composeState';
import { mayUse, seedAfter } from './seeds';
import type { Take } from './take';

/**
 * The settings of a take with its plan, style and key as they were drawn.
 * @param preset of the model that composes; it may count lengths in another unit
 * @param page settings of the form, for the number of takes and for the seed: the take's own is skipped
 */
export function settingsLike(
  { settings, form, preset: madeBy }: Take,
  preset: PresetId,
  page: ComposeSettings,
): ComposeSettings {
  const unit = (id: PresetId): string => presets[id].composing.lengthUnit;
  return {
    ...settings,
    form: form?.planOf === undefined ? settings.form : { kind: 'as', piece: form.planOf },
    style: form?.style ?? settings.style,
    key: form?.key ?? settings.key,
    length: unit(madeBy) === unit(preset) ? settings.length : page.length,
    seed: mayUse(page, settings.seed) ? seedAfter(page) : page.seed,
    takes: page.takes,
  };
}

/** The opening of a take. */
export function promptLike({ promptSource }: Pick<Take, 'promptSource'>): PromptChoice {
  switch (promptSource?.kind) {
    case undefined:
      return { kind: 'nothing' };
    case 'piece':
      return { kind: 'piece', id: promptSource.id };
    case 'take':
      return { kind: 'take', id: promptSource.id, tick: promptSource.tick };
    default:
      return promptSource satisfies never;
  }
}
