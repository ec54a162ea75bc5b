import { expect, it } from 'vitest';
import { presets } from '../model/preset';
import { Dataset } from './dataset';
import { surveyDataset } from './statistics';

it('sums the entropy of the predicted columns, as the loss does', () => {
  const columns = [
    { name: 'time', classes: 4, predicted: true },
    { name: 'beat', classes: 9, predicted: false },
    { name: 'pitch', classes: 88, predicted: true, transposes: 'pitch' },
  ] as const;
  // Time is one of two, pitch one of four; the beat is not predicted and costs nothing.
  const rows = [0, 1, 30, 1, 2, 31, 0, 3, 32, 1, 4, 33];
  const pieces = [{ id: 'a', rows: { width: 3, data: Int16Array.from(rows) } }];
  const { defaults } = presets.seed;
  const held = { training: pieces, validation: [] };
  const survey = surveyDataset(new Dataset(pieces, presets.seed, defaults, held, columns));
  expect(survey.frequencyLoss).toBeCloseTo(Math.log(2) + Math.log(4), 12);
  expect(survey.commonNotes.map(({ pitch }) => pitch)).toEqual([51, 52, 53, 54]);
});
