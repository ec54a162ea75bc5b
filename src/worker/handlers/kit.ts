/** Job "kit": packs a model, its data and the program that trains it elsewhere. */
import { presets } from '../../model/preset';
import { t } from '../../texts/t';
import { program } from '../../training/kit/program';
import { writeKit } from '../../training/kit/write';
import { startModel } from '../../training/start';
import { openDataset } from '../openDataset';
import type { Handler } from '../protocol';

export const kit: Handler<'kit'> = async function* ({ checkpoint, pieces, titles, version }) {
  const { preset, settings } = checkpoint;
  const { lineage: known } = startModel(checkpoint);
  const options = { from: checkpoint, known, takesNew: true };
  const dataset = openDataset(presets[preset], settings, pieces, options);
  if (dataset.training.length === 0) throw new Error(t('kit.noPieces'));
  const titleOf = (id: string): string | undefined => titles.get(id);
  return writeKit(checkpoint, dataset, { version, saved: new Date(), titleOf }, program);
};
