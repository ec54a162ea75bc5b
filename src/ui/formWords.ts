/** A form as a person reads and hears it: A A′ B A. */
import type { FormGroup } from '../music/form/letters';
import { t } from '../texts/t';

/** Letters that a line of text has room for. */
const MOST_LETTERS = 12;

/** A letter with a typographic prime. */
export function printedLetter(letter: string): string {
  return letter.replace("'", '′');
}

/** "A varied". */
function spokenLetter(letter: string): string {
  return letter.endsWith("'") ? t('page.variedLetter', { letter: letter.slice(0, -1) }) : letter;
}

/** "A A′ B A"; a long form ends with an ellipsis. */
export function printedForm(groups: readonly FormGroup[]): string {
  const letters = groups.slice(0, MOST_LETTERS).map(({ letter }) => printedLetter(letter));
  return [...letters, ...(groups.length > MOST_LETTERS ? ['…'] : [])].join(' ');
}

/** "Form: A, A varied, B, A". */
export function spokenForm(groups: readonly FormGroup[]): string {
  const letters = groups.map(({ letter }) => spokenLetter(letter)).join(', ');
  return t('page.form', { letters });
}

/** "A varied, bars 5 to 8". */
export function spokenGroup({ letter, bar, bars }: FormGroup): string {
  const first = bar + 1;
  const last = bar + bars;
  const spoken = spokenLetter(letter);
  return first === last
    ? t('page.formBar', { letter: spoken, bar: first })
    : t('page.formBars', { letter: spoken, first, last });
}
