/** Job "survey": what training would see of the pieces. */
import { presets } from '../../model/preset';
import { surveyDataset } from '../../training/statistics';
import { openDataset } from '../openDataset';
import type { Handler } from '../protocol';

export const survey: Handler<'survey'> = async function* (input) {
  const { preset, settings, pieces, known } = input;
  return surveyDataset(openDataset(presets[preset], settings, pieces, { known }));
};
