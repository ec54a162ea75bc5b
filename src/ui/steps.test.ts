import { expect, it } from 'vitest';
import { nextStep } from './steps';
import { initialState, makeCheckpoint, makePiece } from './testApp';

const { training } = initialState;

it('leads from the library over training to composing', () => {
  expect(nextStep({ pieces: [], training })).toBe('library');
  expect(nextStep({ pieces: [makePiece('Bethena', { included: false })], training })).toBe(
    'library',
  );
  expect(nextStep({ pieces: [makePiece('Bethena')], training })).toBe('training');
  expect(nextStep({ pieces: [], training: { ...training, phase: 'running' } })).toBe('training');
  const checkpoint = makeCheckpoint();
  expect(nextStep({ pieces: [], training: { ...training, checkpoint } })).toBe('compose');
});
