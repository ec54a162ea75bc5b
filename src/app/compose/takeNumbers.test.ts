import { expect, it } from 'vitest';
import { sampleTake } from '../../storage/testing/samples';
import { languages, setLanguage } from '../../texts/language';
import type { Take } from './take';
import { isNumberedTitle, joined, numbered, numberedTitle } from './takeNumbers';

const take = (number: number, id = `${number}`): Take => ({
  ...sampleTake(number),
  id,
  composing: false,
});
const listed = (takes: readonly Take[]): string[] => takes.map(({ id, title }) => `${id} ${title}`);

it('counts on from the highest number there is, not from how many are left', () => {
  expect(numbered([])).toEqual({ number: 1, title: 'Take 1' });
  expect(numbered([take(7), take(3)])).toEqual({ number: 8, title: 'Take 8' });
});

it('puts what was composed before the stored takes were known after them, by its number too', () => {
  expect(listed(joined([take(1, 'a'), take(4, 'b')], [take(1, 'c'), take(2, 'd')]))).toEqual([
    'a Take 1',
    'b Take 4',
    'c Take 5',
    'd Take 6',
  ]);
});

it('leaves everything as it is where nothing was stored', () => {
  const takes = [take(1), take(2)];
  expect(joined([], takes)).toEqual(takes);
  expect(joined(takes, [])).toEqual(takes);
});

it.each(languages)(
  'knows a title that was made in %s, whatever is spoken now',
  async (language) => {
    await setLanguage(language);
    const title = numberedTitle(3);
    await setLanguage('en');
    expect(isNumberedTitle(title, 3)).toBe(true);
    expect(isNumberedTitle(title, 4)).toBe(false);
    expect(isNumberedTitle(`My ${title}`, 3)).toBe(false);
  },
);
