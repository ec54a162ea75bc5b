/** A form as a person reads and hears it: A A′ B A. */
import type { FormGroup } from '../music/form/letters';

/** Letters that a line of text has room for. */
const MOST_LETTERS = 12;

/** A letter with a typographic prime. */
export function printedLetter(letter: string): string {
  return letter.replace("'", '′');
}

/** "A varied". */
function spokenLetter(letter: string): string {
  return letter.replace("'", ' varied');
}

/** "A A′ B A"; a long form ends with an ellipsis. */
export function printedForm(groups: readonly FormGroup[]): string {
  const letters = groups.slice(0, MOST_LETTERS).map(({ letter }) => printedLetter(letter));
  return [...letters, ...(groups.length > MOST_LETTERS ? ['…'] : [])].join(' ');
}

/** "Form: A, A varied, B, A". */
export function spokenForm(groups: readonly FormGroup[]): string {
  return `Form: ${groups.map(({ letter }) => spokenLetter(letter)).join(', ')}`;
}

/** "A varied, bars 5 to 8". */
export function spokenGroup({ letter, bar, bars }: FormGroup): string {
  const first = bar + 1;
  const last = bar + bars;
  return `${spokenLetter(letter)}, ${first === last ? `bar ${first}` : `bars ${first} to ${last}`}`;
}
