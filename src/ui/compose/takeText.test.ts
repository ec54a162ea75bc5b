import { expect, it } from 'vitest';
import { makeTake } from '../testApp';
import { takeForm, takeSettings, takeSize } from './takeText';

it('gives notes and length by the tempo map', () => {
  expect(takeSize(makeTake('Take 1'))).toBe('4 notes · 0:02');
});

it('gives what is needed to make it again', () => {
  expect(takeSettings(makeTake('Take 1', { promptTitle: 'Solace' }))).toBe(
    'temp. 1.00 · top-p 0.90 · seed 7 · 3 epochs · opens with Solace',
  );
});

it('gives the steps of a model that had not finished an epoch', () => {
  expect(takeSettings(makeTake('Take 1', { epoch: 0, steps: 40 }))).toBe(
    'temp. 1.00 · top-p 0.90 · seed 7 · after 40 steps',
  );
});

it('gives the form, the key that was asked for, and whose plan it is', () => {
  const groups = ['A', "A'", 'B', 'A'].map((letter, i) => ({ letter, bar: 4 * i, bars: 4 }));
  const form = { groups, barTicks: 96, key: 21, planOf: 'a' };
  expect(takeForm({ form }, 'Solace')).toBe('Form A A′ B A · A minor · after Solace');
  expect(takeForm({ form: { groups, barTicks: 96, planOf: 'gone' } })).toBe('Form A A′ B A');
  expect(takeForm({})).toBeUndefined();
});
