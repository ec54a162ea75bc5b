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

it('leads to composing while a run goes on that has a model of its own', () => {
  const run = { id: 'run', preset: 'seed' } as const;
  const going = { ...training, phase: 'running', checkpoint: makeCheckpoint(), run } as const;
  expect(nextStep({ pieces: [], training: { ...going, model: 'run' } })).toBe('compose');
  expect(nextStep({ pieces: [], training: { ...going, model: 'earlier' } })).toBe('training');
  // "Resume" is next.
  const paused = { ...going, model: 'run', phase: 'paused' } as const;
  expect(nextStep({ pieces: [], training: paused })).toBe('training');
});
