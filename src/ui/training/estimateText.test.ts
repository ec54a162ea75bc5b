import { expect, it } from 'vitest';
import { estimateText } from './estimateText';

it('tells the length of a run in words', () => {
  expect(estimateText(undefined)).toBe('');
  expect(estimateText(20)).toBe('It takes less than a minute here.');
  expect(estimateText(65)).toBe('It takes about a minute here, and a few seconds to a first take.');
  expect(estimateText(300)).toBe(
    'It takes about 5 minutes here, and a few seconds to a first take.',
  );
  expect(estimateText(3 * 3600)).toContain('about 3 hours here');
});
