/** "More like this": settings and opening of a take once more, with the seeds that come next. */
import type { ComposeSettings } from '../../model/composing/contract';
import { type PresetId, presets } from '../../model/preset';
import type { PromptChoice, Take } from '../state';

/** Number of seeds. */
const SEEDS = 2 ** 32;

/**
 * The settings of a take with its plan and key as they were drawn.
 * @param takes all takes: the first seed is the one after theirs
 * @param preset of the model that composes; it may count lengths in another unit
 * @param page settings of the form, for the number of takes
 */
export function settingsLike(
  { settings, form, preset: madeBy }: Take,
  takes: readonly Take[],
  preset: PresetId,
  page: ComposeSettings,
): ComposeSettings {
  const unit = (id: PresetId): string => presets[id].composing.lengthUnit;
  const highest = takes.reduce((seed, take) => Math.max(seed, take.settings.seed), 0);
  return {
    ...settings,
    form: form?.planOf === undefined ? settings.form : { kind: 'as', piece: form.planOf },
    key: form?.key ?? settings.key,
    length: unit(madeBy) === unit(preset) ? settings.length : page.length,
    seed: (highest + 1) % SEEDS,
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
