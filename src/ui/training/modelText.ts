/** Text about a kept model: preset, pieces, epochs, validation. */
import type { ModelEntry } from '../../app/models/modelState';
import { presetName } from '../../model/presetTexts';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';

export function modelFacts({ preset, pieces, epoch, epochs, validationLoss }: ModelEntry): string {
  const reached =
    epoch < epochs
      ? t('models.epochsOf', { done: epoch, count: epochs })
      : t('models.epochs', { count: epoch });
  const parts = [presetName(preset), t('models.pieces', { count: pieces.length }), reached];
  if (validationLoss !== undefined)
    parts.push(t('models.validation', { loss: formatFixed(validationLoss, 2) }));
  return parts.join(' · ');
}
