/** The row of a model in the list "Models". */

import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';
import type { ModelEntry } from './modelState';

interface Origin {
  id: string;
  title: string;
  /** Titles of the pieces by id, as far as they are known. */
  titles: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  when: number;
}

export function modelEntry(
  { preset, epoch, settings, best, trainedOn }: Checkpoint,
  { titles, ...origin }: Origin,
): ModelEntry {
  const ids = [...trainedOn.training, ...trainedOn.validation];
  return {
    ...origin,
    preset,
    epoch,
    epochs: settings.epochs,
    validationLoss: best?.validationLoss,
    pieces: ids.map((id) => ({ id, title: titles.get(id) ?? '' })),
  };
}

export function titlesOf(pieces: readonly { id: string; title: string }[]): Map<string, string> {
  return new Map(pieces.map(({ id, title }) => [id, title]));
}

/** "Model 3": the number after the highest one in the list. */
export function nextModelTitle(models: readonly ModelEntry[]): string {
  const [before, after] = t('models.numbered', { number: '#' }).split('#');
  const numbers = models
    .filter(({ title }) => title.startsWith(before) && title.endsWith(after))
    .map(({ title }) => title.slice(before.length, title.length - after.length))
    .map((number) => (/^\d+$/.test(number) ? Number(number) : 0));
  return t('models.numbered', { number: Math.max(0, ...numbers) + 1 });
}
