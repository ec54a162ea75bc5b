/** Size, form and settings of a take, one line each. */
import type { Take } from '../../app/compose/take';
import { endTick } from '../../music/song';
import { tickToSeconds } from '../../music/time';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';
import { formatDuration } from '../format';
import { printedForm } from '../formWords';
import { keyName } from './keys';
import { openingText } from './promptText';

/** Seconds from the start to the end of the last note. */
function takeSeconds(take: Pick<Take, 'notes' | 'tempos' | 'ppq'>): number {
  return tickToSeconds(endTick(take.notes), take.tempos, take.ppq);
}

/** Notes and length: `128 notes · 0:32`. */
export function takeSize(take: Take): string {
  const duration = formatDuration(takeSeconds(take));
  return t('takes.size', { count: take.notes.length, duration });
}

/**
 * The form of a finished take: "Form A A′ B A · C major · after Bethena".
 * @param planTitle title of the piece whose plan it followed, where that is still here
 * @returns undefined where nothing is known of its form
 */
export function takeForm({ form }: Pick<Take, 'form'>, planTitle?: string): string | undefined {
  if (!form) return undefined;
  const parts =
    form.groups.length > 0 ? [t('takes.form', { letters: printedForm(form.groups) })] : [];
  if (form.key !== undefined) parts.push(keyName(form.key));
  if (planTitle) parts.push(t('takes.afterPiece', { title: planTitle }));
  return parts.join(' · ');
}

/** Settings, seed, model and opening. */
export function takeSettings(take: Take): string {
  const { temperature, topP, seed } = take.settings;
  const parts = [
    t('takes.temperature', { value: formatFixed(temperature, 2) }),
    t('takes.topP', { value: formatFixed(topP, 2) }),
    t('takes.seed', { seed }),
    take.steps === undefined
      ? t('takes.epochs', { count: take.epoch })
      : t('takes.steps', { count: take.steps }),
  ];
  const opening = openingText(take);
  if (opening) parts.push(opening);
  return parts.join(' · ');
}
