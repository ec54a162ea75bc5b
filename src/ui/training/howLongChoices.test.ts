import { expect, it } from 'vitest';
import { presets } from '../../model/preset';
import { epochsFor, estimateText, howLongOf } from './howLongChoices';

const preset = presets['form-medium'];

it('finds the choice of a number of epochs', () => {
  for (const choice of ['short', 'usual', 'long'] as const) {
    expect(howLongOf(epochsFor(choice, preset), preset)).toBe(choice);
  }
  expect(epochsFor('usual', preset)).toBe(preset.defaults.epochs);
  expect(howLongOf(7, preset)).toBe('own');
});

it('tells the length of a run in words', () => {
  expect(estimateText(undefined)).toBe('');
  expect(estimateText(20)).toBe('It takes less than a minute here.');
  expect(estimateText(65)).toBe('It takes about a minute here, and a few seconds to a first take.');
  expect(estimateText(300)).toBe(
    'It takes about 5 minutes here, and a few seconds to a first take.',
  );
  expect(estimateText(3 * 3600)).toContain('about 3 hours here');
});
