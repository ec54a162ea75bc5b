/** Job "kit": packs a model, its data and the program that trains it elsewhere. */
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import { program } from '../../training/kit/program';
import { writeKit } from '../../training/kit/write';
import { openDataset } from '../openDataset';
import type { Handler } from '../protocol';

export const kit: Handler<'kit'> = async function* ({ checkpoint, pieces, titles, version }) {
  const { preset, settings } = checkpoint;
  const dataset = openDataset(presets[preset], settings, pieces, { from: checkpoint });
  if (dataset.training.length === 0) throw new Error(t('kit.noPieces'));
  const titleOf = (id: string): string | undefined => titles.get(id);
  return writeKit(checkpoint, dataset, { version, saved: new Date(), titleOf }, program);
};
