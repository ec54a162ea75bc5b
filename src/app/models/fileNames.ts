/** Names of the files that a model is saved to. */
import { presetName } from '../../model/presetTexts';
import { t } from '../../texts/t';
import type { Checkpoint } from '../../training/checkpoint';

export const KIT_FILE_NAME = 'etude-kit.zip';

export function modelFileName(
  { preset, epoch }: Pick<Checkpoint, 'preset' | 'epoch'>,
  ending: 'etude' | 'keras',
): string {
  return `${t('models.fileName', { preset: presetName(preset), count: epoch })}.${ending}`;
}
