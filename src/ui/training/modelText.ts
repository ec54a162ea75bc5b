/** Text about a kept model: preset, pieces, epochs, validation. */
import type { ModelEntry } from '../../app/state';
import { plural } from '../../lib/counts';
import { presets } from '../../model/preset';

export function modelFacts({ preset, pieces, epoch, epochs, validationLoss }: ModelEntry): string {
  const [title] = presets[preset].title.split(' (');
  const reached =
    epoch < epochs ? `${epoch} of ${plural(epochs, 'epoch')}` : plural(epoch, 'epoch');
  const parts = [title, plural(pieces.length, 'piece'), reached];
  if (validationLoss !== undefined) parts.push(`validation ${validationLoss.toFixed(2)}`);
  return parts.join(' · ');
}
