import { expect, it } from 'vitest';
import { qualityText } from './qualityText';

const quality = { key: 0, inKey: 0.937, repeats: 0.8, endsOnTonic: true };

it('says why a take is the best of its batch', () => {
  expect(qualityText({ quality }, 4)).toBe(
    'Best of 4: ends on its tonic, repeats its plan, 94 % in key.',
  );
});

it('gives the same figures of the others', () => {
  expect(qualityText({ quality: { ...quality, repeats: 0.5, endsOnTonic: false } })).toBe(
    'Does not end on its tonic, repeats part of its plan, 94 % in key.',
  );
  expect(qualityText({ quality: { ...quality, repeats: 0.1 } })).toContain('leaves its plan');
  expect(qualityText({ quality: { ...quality, repeats: undefined } })).toBe(
    'Ends on its tonic, 94 % in key.',
  );
});

it('says nothing of a take that is not judged', () => {
  expect(qualityText({})).toBeUndefined();
});
