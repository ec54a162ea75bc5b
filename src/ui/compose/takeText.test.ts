import { expect, it } from 'vitest';
import { makeTake } from '../testApp';
import { takeSettings, takeSize } from './takeText';

it('gives notes and length by the tempo map', () => {
  expect(takeSize(makeTake('Take 1'))).toBe('4 notes · 0:02');
});

it('gives what is needed to make it again', () => {
  expect(takeSettings(makeTake('Take 1', { promptTitle: 'Solace' }))).toBe(
    'temp. 1.00 · top-p 0.90 · seed 7 · 3 epochs · opens with Solace',
  );
});
