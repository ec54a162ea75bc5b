import { expect, it } from 'vitest';
import { predictsRhythm } from './predictsRhythm';

it('tells presets with a rhythm of their own from even steps', () => {
  expect(predictsRhythm('seed')).toBe(false);
  expect(predictsRhythm('studio-small')).toBe(true);
});
