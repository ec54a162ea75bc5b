/** Numbers and titles of takes: numbered in the order in which they came, over all visits. */
import { t } from '../../texts/t';
import type { Take } from './take';

/** Number and title of the take that comes after these. */
export function numbered(takes: readonly Take[]): Pick<Take, 'number' | 'title'> {
  const number = takes.reduce((most, take) => Math.max(most, take.number), 0) + 1;
  return { number, title: numberedTitle(number) };
}

/** Characters of a title. */
export const LONGEST_TITLE = 120;

/** Words for a take in all languages: a title stays in the language in which it was made. */
const TAKE_WORDS = ['Take', 'Toma'];

/** The title of a take that was not renamed. */
export function numberedTitle(number: number): string {
  return t('takes.title', { number });
}

/** Whether a take still has the title that it was made with, in whatever language that was. */
export function isNumberedTitle(title: string, number: number): boolean {
  return TAKE_WORDS.some((word) => title === `${word} ${number}`);
}

/** Takes of earlier visits, then those composed before they were known, which count on from them. */
export function joined(earlier: readonly Take[], since: readonly Take[]): Take[] {
  const takes = [...earlier];
  for (const take of since) {
    takes.push(earlier.length > 0 ? { ...take, ...numbered(takes) } : take);
  }
  return takes;
}
