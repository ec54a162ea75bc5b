import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../texts/language';
import { nextModelTitle } from './modelEntry';
import type { ModelEntry } from './modelState';

afterEach(() => setLanguage('en'));

const titled = (title: string): ModelEntry => ({
  id: title,
  title,
  preset: 'form-medium',
  epoch: 1,
  epochs: 1,
  pieces: [],
  when: 0,
});

it('numbers models on from the highest number in the list', () => {
  expect(nextModelTitle([])).toBe('Model 1');
  expect(nextModelTitle([titled('Model 7'), titled('Model 2')])).toBe('Model 8');
  expect(nextModelTitle([titled('Model 1b'), titled('Suite 12')])).toBe('Model 1');
});

it('numbers them by the word of the language in use', async () => {
  await setLanguage('de');
  expect(nextModelTitle([titled('Model 7'), titled('Modell 2')])).toBe('Modell 3');
});
