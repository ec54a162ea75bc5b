import { expect, it } from 'vitest';
import { sampleTake } from '../../storage/testing/samples';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import type { TrainingProgress } from '../training/runState';
import { windowTitle } from './windowTitle';

const state = initialState();
const progress: TrainingProgress = {
  step: 42,
  totalSteps: 100,
  epoch: 1,
  epochs: 2,
  batch: 42,
  batches: 50,
  loss: 1,
};
const training = { ...state.training, phase: 'running', progress } as const;
const linked = { ...sampleTake(1), title: 'Linked', composing: false };
const playing: Partial<AppState> = {
  takes: [{ ...sampleTake(3), composing: false }],
  shown: { kind: 'take', id: 'take 3' },
  transport: { ...state.transport, playing: true },
};

it.each<[string, Partial<AppState>]>([
  ['Etude', {}],
  ['▶ Take 3 · Etude', playing],
  ['▶ Linked · Etude', { ...playing, takes: [], linked: { ...linked, id: 'take 3' } }],
  ['42 % · Training · Etude', { training }],
  ['▶ Take 3 · 42 % · Training · Etude', { ...playing, training }],
  ['42 % · Training paused · Etude', { training: { ...training, phase: 'paused' } }],
  ['25 % · Composing · Etude', { compose: { ...state.compose, running: true, progress: 0.25 } }],
  ['Etude', { training: { ...training, phase: 'finished' } }],
])('is "%s"', (title, change) => {
  expect(windowTitle({ ...state, ...change })).toBe(title);
});
